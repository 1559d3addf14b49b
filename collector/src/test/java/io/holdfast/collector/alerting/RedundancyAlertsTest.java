package io.holdfast.collector.alerting;

import static io.holdfast.collector.alerting.Changes.AT;
import static io.holdfast.collector.alerting.Changes.FULL;
import static io.holdfast.collector.alerting.Changes.INSUFFICIENT;
import static io.holdfast.collector.alerting.Changes.NONE;
import static io.holdfast.collector.alerting.Changes.POWER;
import static io.holdfast.collector.alerting.Changes.UNKNOWN;
import static io.holdfast.collector.alerting.Changes.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.collector.event.Recorded;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.Redundancy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RedundancyAlertsTest {

    private final Map<String, Alert.Standing> told = new HashMap<>();
    private final RedundancyAlerts policy = new RedundancyAlerts();

    private final AlertPolicy.Memory memory =
            new AlertPolicy.Memory() {
                @Override
                public Optional<Alert.Standing> told(String about) {
                    return Optional.ofNullable(told.get(about));
                }

                @Override
                public List<Evidence> evidence(ComponentId component) {
                    return List.of(new Evidence("/dev/ipmi0", "PS2 Status", "0x0b", "AC lost"));
                }
            };

    /** The subjects of what is told, remembering it. */
    private List<String> tell(Event event) {
        List<Alert> alerts = policy.alerts(new Recorded(1, AT.plusSeconds(2), event), memory);
        alerts.forEach(alert -> told.put(alert.about(), alert.standing()));
        return alerts.stream().map(Alert::subject).toList();
    }

    @Test
    void aLossIsToldAndItsEndIs() {
        assertThat(tell(change(FULL, NONE)))
                .containsExactly("[holdfast] power of ber1/r12/db07: no spare left, spares 1 -> 0");
        assertThat(tell(change(NONE, INSUFFICIENT)))
                .containsExactly("[holdfast] power of ber1/r12/db07: INSUFFICIENT, spares 0 -> -1");
        assertThat(tell(change(INSUFFICIENT, FULL)))
                .containsExactly("[holdfast] power of ber1/r12/db07: full again, spares -1 -> 1");
        assertThat(tell(change(FULL, FULL))).isEmpty();
    }

    @Test
    void silenceIsNotToldNorWhatWasTheSameBeforeIt() {
        assertThat(tell(change(FULL, UNKNOWN))).isEmpty();
        assertThat(tell(change(UNKNOWN, FULL))).isEmpty();
        tell(change(FULL, NONE));
        assertThat(tell(change(NONE, UNKNOWN))).isEmpty();
        assertThat(tell(change(UNKNOWN, NONE))).isEmpty();
    }

    @Test
    void whatEndedDuringASilenceIsTold() {
        tell(change(FULL, NONE));
        tell(change(NONE, UNKNOWN));
        assertThat(tell(change(UNKNOWN, FULL))).hasSize(1);
    }

    @Test
    void aNewGroupIsToldOnlyIfItIsBad() {
        assertThat(
                        tell(
                                new Event.RedundancyChanged(
                                        POWER, AT, Optional.empty(), Optional.of(FULL))))
                .isEmpty();
        assertThat(
                        tell(
                                new Event.RedundancyChanged(
                                        POWER, AT, Optional.empty(), Optional.of(NONE))))
                .containsExactly("[holdfast] power of ber1/r12/db07: no spare left, spares 0");
    }

    @Test
    void aGroupWithoutSpareByDesignIsNoTrouble() {
        GroupStanding single = new GroupStanding(Redundancy.NONE, 0, 1, 1, new TreeMap<>());
        assertThat(
                        tell(
                                new Event.RedundancyChanged(
                                        POWER, AT, Optional.empty(), Optional.of(single))))
                .isEmpty();
    }

    @Test
    void aTroubledGroupThatGoesIsTold() {
        Event gone = new Event.RedundancyChanged(POWER, AT, Optional.of(NONE), Optional.empty());
        assertThat(tell(gone)).isEmpty();
        tell(change(FULL, NONE));
        assertThat(tell(gone))
                .containsExactly("[holdfast] power of ber1/r12/db07: no longer a group");
        assertThat(tell(gone)).isEmpty();
    }

    @Test
    void otherEventsMakeNoAlert() {
        assertThat(tell(Changes.failure())).isEmpty();
    }

    @Test
    void theTextSaysWhatWhereWhyAndWhatNext() {
        List<Alert> alerts =
                policy.alerts(new Recorded(1, AT.plusSeconds(2), change(FULL, NONE)), memory);
        assertThat(alerts.getFirst().body())
                .isEqualTo(
                        """
                        What:    redundancy of power is none
                        Where:   ber1/r12/db07
                        Spares:  spares 1 -> 0
                        Before:  full
                        Needs:   1 of 2 members
                        Since:   2026-03-01T12:00:00Z (recorded 2026-03-01T12:00:02Z)

                        Members that do not simply work:
                          psu:2: failed
                            because of /dev/ipmi0 PS2 Status = 0x0b (AC lost)

                        The next loss stops it: take nothing of it out of service.
                        Repair or replace the members above. If one was taken out on purpose:
                        holdfast inventory accept --yes ber1/r12/db07
                        See all of it: holdfast report ber1/r12/db07
                        """);
    }
}
