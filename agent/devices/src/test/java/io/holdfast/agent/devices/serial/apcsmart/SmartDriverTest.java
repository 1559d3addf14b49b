package io.holdfast.agent.devices.serial.apcsmart;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.serial.FakeLine;
import io.holdfast.agent.devices.serial.Seen;
import io.holdfast.agent.devices.serial.SerialProbe;
import io.holdfast.agent.devices.serial.SmartUps;
import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import io.holdfast.testkit.ByteMutations;
import io.holdfast.testkit.ManualTime;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartDriverTest {

    private static final HostId HOST = new HostId("ber1", "r12", "ups1");

    private final ManualTime time = ManualTime.start();

    private SerialProbe probe(FakeLine line) {
        return new SerialProbe(HOST, new HeldLine(line), new SmartDriver(), time, time);
    }

    private Seen look(Function<String, String> device) throws InterruptedException {
        return new Seen(probe(FakeLine.ofText(time, device)).look());
    }

    @Test
    void aUpsOnLineIsWell() throws InterruptedException {
        Seen seen = look(new SmartUps());
        assertThat(seen.identity())
                .containsEntry("vendor", "APC")
                .containsEntry("model", "SMART-UPS 1500")
                .containsEntry("serial", "AS1234567890")
                .containsEntry("firmware", "601.3.D");
        assertThat(seen.health("ups:ups")).isEqualTo(Health.OK);
        assertThat(seen.health("battery:battery")).isEqualTo(Health.OK);
        assertThat(seen.health("feed:input")).isEqualTo(Health.OK);
        assertThat(seen.reading("battery:battery", "runtime")).isEqualTo(112 * 60);
        assertThat(seen.reading("feed:input", "voltage")).isEqualTo(231.8);
        assertThat(seen.reported("feed:input").readings().getFirst().limits().lowWarning())
                .hasValue(196);
    }

    @ParameterizedTest
    @CsvSource({
        "08, OK,       OK,       OK",
        "10, DEGRADED, FAILED,   OK",
        "50, FAILED,   FAILED,   FAILED",
        "0A, OK,       DEGRADED, OK",
        "0C, OK,       DEGRADED, OK",
        "28, DEGRADED, OK,       OK",
        "88, OK,       OK,       DEGRADED",
        "11, OK,       OK,       OK",
        "00, FAILED,   OK,       OK"
    })
    void everyStatusBitSaysSomethingOfEachPart(
            String status, Health ups, Health input, Health battery) throws InterruptedException {
        SmartUps device = new SmartUps();
        device.answer("Q", status);
        Seen seen = look(device);
        assertThat(seen.health("ups:ups")).isEqualTo(ups);
        assertThat(seen.health("feed:input")).isEqualTo(input);
        assertThat(seen.health("battery:battery")).isEqualTo(battery);
    }

    @Test
    void registersAndSelfTestAreRead() throws InterruptedException {
        SmartUps device = new SmartUps();
        device.answer("8", "20");
        device.answer("'", "01");
        device.answer("X", "BT");
        Seen seen = look(device);
        assertThat(seen.evidence("ups:ups").label()).contains("fan");
        assertThat(seen.reported("battery:battery").evidence())
                .anyMatch(e -> e.key().equals("8") && e.label().contains("charger"))
                .anyMatch(e -> e.key().equals("X"));
    }

    @Test
    void alertsInTheMidstOfAnAnswerAreLeftOut() throws InterruptedException {
        SmartUps device = new SmartUps();
        Seen seen = look(question -> question.equals("Q") ? "!1!0\r\n" : device.apply(question));
        assertThat(seen.health("feed:input")).isEqualTo(Health.FAILED);
    }

    @Test
    void whatAUpsDoesNotKnowIsNotAskedAgain() throws InterruptedException {
        FakeLine line = FakeLine.ofText(time, new SmartUps());
        SerialProbe probe = probe(line);
        probe.look();
        assertThat(line.written()).contains("~", "<");
        line.written().clear();
        probe.look();
        assertThat(line.written()).contains("Y", "Q", "L").doesNotContain("~", "<");
    }

    @Test
    void nothingThatCommandsIsEverSent() throws InterruptedException {
        FakeLine line = FakeLine.ofText(time, new SmartUps());
        probe(line).look();
        assertThat(line.written())
                .doesNotContain("S", "K", "Z", "U", "W", "A", "D", "@", "-", "R", "^", "\u000e");
    }

    @Test
    void silenceEchoAndRubbishAreToldApart() throws InterruptedException {
        assertThat(look(question -> "").silence().cause()).isEqualTo(Silence.Cause.TIMED_OUT);
        assertThat(look(question -> question).silence().detail()).contains("in part: Y");
        assertThat(look(question -> "#@~\u0001\r\n").silence().cause())
                .isEqualTo(Silence.Cause.NOT_UNDERSTOOD);
        assertThat(look(question -> question.equals("Y") ? "SM\r\n" : "zz\r\n").silence().detail())
                .contains("'Q' was answered with 'zz..'");
    }

    @Test
    void damagedAnswersNeverBreakTheDecoder() {
        Question[] all = Question.values();
        byte[] good = new SmartUps().apply("Q").getBytes(StandardCharsets.ISO_8859_1);
        int[] count = {0};
        ByteMutations.feed(
                good,
                20260303,
                bytes -> {
                    SmartAnswers answers = new SmartAnswers();
                    answers.take(Question.STATUS, good);
                    answers.take(all[count[0]++ % all.length], bytes);
                    answers.tell(new UpsFacts("fuzz"));
                });
    }
}
