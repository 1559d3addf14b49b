package io.holdfast.agent.devices.nut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.agent.devices.serial.Seen;
import io.holdfast.agent.devices.ups.UpsSurvey;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.Mutations;
import io.holdfast.testkit.Recordings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NutDecoderTest {

    private static final HostId HOST = new HostId("ber1", "r12", "ups1");

    private static Seen seen(Map<String, String> variables) {
        return new Seen(survey(variables));
    }

    private static Survey survey(Map<String, String> variables) {
        return UpsSurvey.of(
                NutProbe.NAME,
                HOST,
                Instant.EPOCH,
                true,
                NutDecoder.decode(new NutVariables(variables), "upsd"));
    }

    private static Seen status(String status) {
        return seen(Map.of("ups.status", status, "input.voltage", "230.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "OL,           OK,       OK,       OK",
        "OL CHRG,      OK,       OK,       OK",
        "OB DISCHRG,   DEGRADED, FAILED,   OK",
        "OB LB DISCHRG,FAILED,   FAILED,   FAILED",
        "OL LB,        OK,       OK,       FAILED",
        "OL RB,        OK,       OK,       DEGRADED",
        "OL HB,        OK,       OK,       DEGRADED",
        "OL OVER,      DEGRADED, OK,       OK",
        "OL TRIM,      OK,       DEGRADED, OK",
        "OL BOOST,     OK,       DEGRADED, OK",
        "OL BYPASS,    DEGRADED, OK,       OK",
        "OB CAL,       OK,       OK,       OK",
        "OL OFF,       FAILED,   OK,       OK",
        "FSD OL,       FAILED,   OK,       OK",
        "ALARM OL,     DEGRADED, OK,       OK",
        "OL FLYING,    OK,       OK,       OK"
    })
    void everyStatusWordSaysSomethingOfEachPart(
            String status, Health ups, Health input, Health battery) {
        Seen seen = status(status);
        assertThat(seen.health("ups:ups")).isEqualTo(ups);
        assertThat(seen.health("feed:input")).isEqualTo(input);
        assertThat(seen.health("battery:battery")).isEqualTo(battery);
    }

    @Test
    void anAlarmIsToldInItsOwnWords() {
        Seen seen =
                seen(Map.of("ups.status", "ALARM OL", "ups.alarm", "Replace battery! No battery"));
        assertThat(seen.evidence("ups:ups").key()).isEqualTo("ups.alarm");
        assertThat(seen.evidence("ups:ups").value()).contains("Replace battery!");
    }

    @Test
    void aBatteryThatTheUpsMissesCannotStandIn() {
        Seen none =
                seen(
                        Map.of(
                                "ups.status", "ALARM OL CHRG",
                                "ups.alarm", "No battery installed!",
                                "battery.charge", "0",
                                "input.voltage", "119.0"));
        assertThat(none.of("battery:battery")).isInstanceOf(Observation.Absent.class);
        Seen loose =
                seen(
                        Map.of(
                                "ups.status", "ALARM OL",
                                "ups.alarm", "BATTERIES_DISCONNECTED",
                                "battery.charge", "89",
                                "input.voltage", "228"));
        assertThat(loose.health("battery:battery")).isEqualTo(Health.FAILED);
        assertThat(loose.evidence("battery:battery").key()).isEqualTo("ups.alarm");
    }

    @Test
    void noAlarmsByTheirNumberAreNoAlarm() {
        assertThat(seen(Map.of("ups.status", "OL", "ups.alarm", "0")).health("ups:ups"))
                .isEqualTo(Health.OK);
    }

    @ParameterizedTest
    @CsvSource({"99, OK", "120, DEGRADED", "255, OK", "562020.0, OK"})
    void aLoadThatNoUpsCanCarryIsNoLoad(String load, Health ups) {
        Seen seen = seen(Map.of("ups.status", "OL", "ups.load", load));
        assertThat(seen.health("ups:ups")).isEqualTo(ups);
    }

    @Test
    void withoutAStatusTheUpsIsSilentAndNotWell() {
        assertThat(status("").of("ups:ups")).isInstanceOf(Observation.Silent.class);
        assertThat(status("WAIT").of("ups:ups")).isInstanceOf(Observation.Silent.class);
        assertThat(status("CHRG").of("ups:ups")).isInstanceOf(Observation.Silent.class);
    }

    @Test
    void limitsOfTheDeviceStandBesideTheNumbers() {
        Seen seen =
                seen(
                        Map.of(
                                "ups.status", "OL",
                                "battery.charge", "100",
                                "battery.charge.low", "20",
                                "battery.runtime", "898.00",
                                "input.voltage", "231.2",
                                "input.transfer.low", "184",
                                "input.transfer.high", "0"));
        var charge = seen.reported("battery:battery").readings().getFirst();
        assertThat(charge.limits().lowCritical()).hasValue(20);
        var voltage = seen.reported("feed:input").readings().getFirst();
        assertThat(voltage.limits().lowWarning()).hasValue(184);
        assertThat(voltage.limits().highWarning()).isEmpty();
    }

    @Test
    void aPduHasOutletsAndNoBattery() {
        Seen seen =
                seen(
                        Map.of(
                                "device.type", "pdu",
                                "device.mfr", "EATON",
                                "outlet.1.status", "on",
                                "outlet.1.desc", "db07 A",
                                "outlet.1.current", "1.20",
                                "outlet.2.status", "off"));
        assertThat(seen.health("pdu:pdu")).isEqualTo(Health.OK);
        assertThat(seen.health("outlet:1")).isEqualTo(Health.OK);
        assertThat(seen.reading("outlet:1", "current")).isEqualTo(1.2);
        assertThat(seen.evidence("outlet:2").label()).isEqualTo("switched off");
        assertThat(seen.survey().components()).hasSize(3);
    }

    @Test
    void everyRecordedDeviceIsReadWithoutAnException() throws IOException {
        Optional<Path> folder = Recordings.folder("nut");
        assumeTrue(folder.isPresent(), "no recordings of NUT beside the project");
        int count = 0;
        try (Stream<Path> files = Files.walk(folder.orElseThrow())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".dev")).toList()) {
                Map<String, String> variables = dump(file);
                Survey survey = survey(variables);
                assertThat(survey.observations()).as(file.toString()).isNotEmpty();
                onBatteryIsNeverWell(file, variables, survey);
                count++;
            }
        }
        assertThat(count).isGreaterThan(700);
    }

    private static void onBatteryIsNeverWell(
            Path file, Map<String, String> variables, Survey survey) {
        String status = " " + variables.getOrDefault("ups.status", "") + " ";
        if (status.contains(" OB ") && !status.contains(" CAL ")) {
            Seen seen = new Seen(survey);
            assertThat(seen.health("ups:ups")).as(file.toString()).isNotEqualTo(Health.OK);
            assertThat(seen.health("feed:input")).as(file.toString()).isEqualTo(Health.FAILED);
        }
    }

    private static Map<String, String> dump(Path file) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String line : text.split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.charAt(0) != '#') {
                variables.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).split("#", 2)[0].strip());
            }
        }
        return variables;
    }

    @Test
    void damagedAnswersNeverBreakADecoder() {
        List<String> good =
                List.of(
                        "BEGIN LIST VAR ups\nVAR ups ups.status \"OL CHRG\"\nVAR ups battery.charge"
                                + " \"100\"\nVAR ups ups.load \"23\"\nEND LIST VAR ups",
                        "BEGIN LIST UPS\nUPS q1 \"a \\\"quoted\\\" \\\\ name\"\nEND LIST UPS",
                        "ERR DATA-STALE");
        Mutations.feed(
                good,
                20260302,
                text -> {
                    if (UpsdList.decode("VAR ups", List.of(text.split("\n")))
                            instanceof UpsdList.Lines(List<UpsdLine> lines)) {
                        Map<String, String> variables = new TreeMap<>();
                        lines.forEach(line -> variables.put(line.word(2), line.word(3)));
                        survey(variables);
                    }
                });
    }

    @Test
    void quotesAndBackslashesAreUnescaped() {
        UpsdLine line = UpsdLine.parse("UPS q1 \"a \\\"quoted\\\" \\\\ name\"").orElseThrow();
        assertThat(line.words()).containsExactly("UPS", "q1", "a \"quoted\" \\ name");
        assertThat(UpsdLine.parse("UPS q1 \"open")).isEmpty();
    }
}
