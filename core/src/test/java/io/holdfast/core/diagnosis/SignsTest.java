package io.holdfast.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.Things;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signs are read from the words that drivers and profiles really use. */
class SignsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PSU|FAILED|PS2 (power supply): Presence detected, Power Supply input lost (AC/DC)|0x0009|INPUT_LOST",
                "PSU|FAILED|PS2 (power supply): Power Supply Failure detected|0x0003|FAILED",
                "PSU|FAILED|bits: psACLost|0x09|INPUT_LOST",
                "PSU|FAILED|status: noPowerInput|17|INPUT_LOST",
                "PSU|FAILED|error: powerinputloss|6|INPUT_LOST",
                "PSU|FAILED|state: faultInput|3|INPUT_LOST",
                "PSU|FAILED|state: psNotPowered|8|INPUT_LOST",
                "PSU|FAILED|no voltage at its inlet|0|INPUT_LOST",
                "PSU|FAILED|the BMC calls it critical|Critical|FAILED",
                "PSU|DEGRADED|PS1 (power supply): Predictive Failure|0x5|WEARING",
                "UPS|DEGRADED|on battery|OB DISCHRG|ON_BATTERY",
                "UPS|DEGRADED|output-status: onBattery|3|ON_BATTERY",
                "UPS|FAILED|on battery and the battery is low|OB LB|LOW_BATTERY",
                "UPS|FAILED|it reports a fault of its own|x|FAILED",
                "BATTERY|FAILED|battery-status: batteryLow|3|LOW_BATTERY",
                "FEED|FAILED|no usable power at its input|OB|INPUT_LOST",
                "ATS|DEGRADED|redundancy: lost|1|ONE_SOURCE",
                "NIC|FAILED|no link|0|LINK_DOWN",
                "NIC|FAILED|bond0 does not use this link|down|LINK_DOWN",
                "NIC|FAILED|outside the active aggregator 1, so it carries nothing|2|NOT_DISTRIBUTING",
                "NIC|FAILED|the switch does not carry traffic: activity|x|NOT_DISTRIBUTING",
                "NIC|FAILED|set down by someone although it carries bond0|down|SWITCHED_OFF",
                "NIC|DEGRADED|within 10 min, limit 10|+12|WEARING",
                "BOND|DEGRADED|lost eth1|eth0 eth1|MEMBER_LOST",
                "BOND|DEGRADED|no switch answers by LACP: the bond works through one port only|00|LYING",
                "BOND|DEGRADED|watches no link, so it will not fail over|0|LYING",
                "PORT|FAILED|lacp-state: distributing|0x3d|NOT_DISTRIBUTING",
                "OUTLET|FAILED|outlet-state: off|2|SWITCHED_OFF",
                "BREAKER|FAILED|breaker: off|2|SWITCHED_OFF",
                "TEMPERATURE|DEGRADED|above its limit|91|TOO_HOT",
                "ARRAY|DEGRADED|1 of 4 slots without valid data|1|MEMBER_LOST",
                "DISK|DEGRADED|reallocated sectors|12|WEARING",
                "DIMM|DEGRADED|corrected within 24 h, limit 10|+40|WEARING",
                "FAN|FAILED|the chip says that the fan is broken|1|FAILED",
            })
    void driversWordsAreUnderstood(
            Kind kind, Health health, String label, String value, Sign expected) {
        Observation said =
                new Observation.Reported(
                        Things.HOST.component(kind, "x"),
                        Things.NOON,
                        health,
                        List.of(),
                        List.of(new Evidence("somewhere", "1.3.6.1.4.1.1", value, label)));
        assertThat(Signs.of(said)).isEqualTo(expected);
    }

    @Test
    void whatStillWorksHasNotLostItsInput() {
        Observation said =
                new Observation.Reported(
                        Things.psu(1),
                        Things.NOON,
                        Health.DEGRADED,
                        List.of(),
                        List.of(new Evidence("s", "k", "1", "no input on one of two phases")));
        assertThat(Signs.of(said)).isEqualTo(Sign.DEGRADED);
    }

    @Test
    void healthAndSilenceAreNoTrouble() {
        assertThat(Signs.of(Things.reported(Things.psu(1), Health.OK))).isEqualTo(Sign.HEALTHY);
        assertThat(Signs.of(Things.silent(Things.psu(1)))).isEqualTo(Sign.SILENT);
        assertThat(Sign.SILENT.hard()).isFalse();
        assertThat(Sign.HEALTHY.hard()).isFalse();
    }
}
