package io.holdfast.agent.devices.serial.megatec;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.serial.FakeLine;
import io.holdfast.agent.devices.serial.MegatecUps;
import io.holdfast.agent.devices.serial.Seen;
import io.holdfast.agent.devices.serial.SerialProbe;
import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.ByteMutations;
import io.holdfast.testkit.ManualTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MegatecDriverTest {

    private static final HostId HOST = new HostId("ber1", "r12", "ups1");

    private final ManualTime time = ManualTime.start();

    private SerialProbe probe(FakeLine line) {
        return new SerialProbe(HOST, new HeldLine(line), new MegatecDriver(), time, time);
    }

    private Seen look(Function<String, String> device) throws InterruptedException {
        return new Seen(probe(FakeLine.ofText(time, device)).look());
    }

    private Seen q1(String state) throws InterruptedException {
        MegatecUps ups = new MegatecUps();
        ups.state(state);
        return look(ups);
    }

    @Test
    void aUpsOnMainsIsWell() throws InterruptedException {
        Seen seen = q1(MegatecUps.ON_LINE);
        assertThat(seen.identity())
                .containsEntry("vendor", "HOLDFAST LAB")
                .containsEntry("model", "SIM-1500")
                .containsEntry("firmware", "V1.0");
        assertThat(seen.health("ups:ups")).isEqualTo(Health.OK);
        assertThat(seen.health("feed:input")).isEqualTo(Health.OK);
        assertThat(seen.health("battery:battery")).isEqualTo(Health.OK);
        assertThat(seen.reading("feed:input", "voltage")).isEqualTo(230.0);
        assertThat(seen.reading("battery:battery", "voltage")).isEqualTo(27.4);
        assertThat(seen.reading("ups:ups", "load")).isEqualTo(23);
        assertThat(seen.survey().complete()).isTrue();
        assertThat(seen.survey().groups().getFirst().designSpares()).isEqualTo(1);
    }

    @Test
    void onBatteryTheFeedIsLost() throws InterruptedException {
        Seen seen = q1(MegatecUps.ON_BATTERY);
        assertThat(seen.health("ups:ups")).isEqualTo(Health.DEGRADED);
        assertThat(seen.health("feed:input")).isEqualTo(Health.FAILED);
        assertThat(seen.health("battery:battery")).isEqualTo(Health.OK);
        assertThat(seen.evidence("feed:input").key()).isEqualTo("Q1");
        assertThat(seen.evidence("feed:input").value()).isEqualTo("10001000");
    }

    @Test
    void onBatteryWithALowOneItIsAboutToStop() throws InterruptedException {
        Seen seen = q1("000.0 000.0 230.1 045 50.0 21.1 27.0 11001001");
        assertThat(seen.health("ups:ups")).isEqualTo(Health.FAILED);
        assertThat(seen.health("battery:battery")).isEqualTo(Health.FAILED);
    }

    @Test
    void aTestRunsOnBatteryOnPurpose() throws InterruptedException {
        Seen seen = q1("230.0 230.0 230.1 045 50.0 25.1 27.0 10001100");
        assertThat(seen.health("ups:ups")).isEqualTo(Health.OK);
        assertThat(seen.health("feed:input")).isEqualTo(Health.OK);
    }

    @Test
    void oneBitStandsForBoostTrimAndBypassAndTheVoltageTellsThemApart()
            throws InterruptedException {
        assertThat(
                        q1("205.0 205.0 228.1 045 50.0 27.1 27.0 00101000")
                                .evidence("feed:input")
                                .label())
                .contains("raised");
        assertThat(
                        q1("250.0 250.0 231.1 045 50.0 27.1 27.0 00101000")
                                .evidence("feed:input")
                                .label())
                .contains("lowered");
        Seen bypass = q1("230.0 230.0 230.1 045 50.0 27.1 27.0 00101000");
        assertThat(bypass.evidence("ups:ups").label()).contains("bypass");
        assertThat(bypass.health("feed:input")).isEqualTo(Health.OK);
    }

    @Test
    void faultShutdownAndOverloadAreTold() throws InterruptedException {
        assertThat(q1("230.0 230.0 230.1 045 50.0 27.1 27.0 00011000").health("ups:ups"))
                .isEqualTo(Health.FAILED);
        assertThat(q1("230.0 230.0 230.1 045 50.0 27.1 27.0 00001010").health("ups:ups"))
                .isEqualTo(Health.FAILED);
        Seen overload = q1("230.0 230.0 230.1 123 50.0 27.1 27.0 00001000");
        assertThat(overload.health("ups:ups")).isEqualTo(Health.DEGRADED);
        assertThat(overload.evidence("ups:ups").value()).isEqualTo("load 123.0 %");
    }

    @Test
    void aFieldThatIsNotMeasuredIsNoReading() throws InterruptedException {
        Seen seen = q1("230.0 ---.- 230.1 045 50.0 2.27 --.- 00001000");
        assertThat(seen.reading("battery:battery", "cell_voltage")).isEqualTo(2.27);
        assertThat(seen.reported("ups:ups").readings())
                .noneMatch(reading -> reading.name().equals("temperature"));
    }

    @Test
    void voltronicIsFoundAndKept() throws InterruptedException {
        Map<String, String> answers =
                Map.of(
                        "Q1\r", "(NAK\r",
                        "QGS\r",
                                "(234.9 50.0 229.8 50.0 000.0 012 369.1 ---.- 026.5 ---.- 018.8"
                                        + " 100000000001\r",
                        "QMOD\r", "(L\r",
                        "QID\r", "(12345679012345\r",
                        "F\r", "#220.0 000 024.0 50.0\r",
                        "I\r", "#-------------   ------     VT12046Q  \r");
        FakeLine line = FakeLine.ofText(time, question -> answers.getOrDefault(question, ""));
        SerialProbe probe = probe(line);
        Seen seen = new Seen(probe.look());
        assertThat(seen.health("ups:ups")).isEqualTo(Health.OK);
        assertThat(seen.identity())
                .containsEntry("serial", "12345679012345")
                .containsEntry("firmware", "VT12046Q")
                .doesNotContainKey("vendor");
        assertThat(seen.reading("battery:battery", "voltage")).isEqualTo(26.5);
        line.written().clear();
        probe.look();
        assertThat(line.written()).first().isEqualTo("QGS\r");
    }

    @Test
    void voltronicBitsStandBehindTheType() throws InterruptedException {
        Map<String, String> answers =
                Map.of(
                        "QGS\r",
                        "(000.0 00.0 229.8 50.0 000.0 012 369.1 ---.- 021.5 ---.- 018.8"
                                + " 101100000101\r",
                        "QMOD\r",
                        "(B\r");
        Seen seen = look(question -> answers.getOrDefault(question, ""));
        assertThat(seen.health("ups:ups")).isEqualTo(Health.FAILED);
        assertThat(seen.health("battery:battery")).isEqualTo(Health.FAILED);
        assertThat(seen.health("feed:input")).isEqualTo(Health.FAILED);
    }

    @Test
    void voltronicsSmallOnesAnswerQs() throws InterruptedException {
        Seen seen =
                look(question -> question.equals("QS\r") ? "(" + MegatecUps.ON_BATTERY + "\r" : "");
        assertThat(seen.evidence("feed:input").key()).isEqualTo("QS");
    }

    @Test
    void anInverterIsReadWithItsChecksum() throws InterruptedException {
        // Checksums computed by hand from the polynomial 0x1021: QPIGS is known to end b7 a9.
        assertThat(Inverter.question("QPIGS"))
                .containsExactly('Q', 'P', 'I', 'G', 'S', 0xb7, 0xa9, '\r');
        String body =
                "(000.0 00.0 230.0 49.9 0161 0119 003 460 57.50 012 100 0069 0014 103.8 57.45 00000"
                        + " 00110110 00 00 00856 010";
        Seen seen =
                new Seen(
                        probe(
                                        new FakeLine(
                                                time,
                                                question ->
                                                        new String(
                                                                                question,
                                                                                StandardCharsets
                                                                                        .ISO_8859_1)
                                                                        .startsWith("QPIGS")
                                                                ? Inverter.question(body)
                                                                : new byte[0]))
                                .look());
        assertThat(seen.health("feed:input")).isEqualTo(Health.FAILED);
        assertThat(seen.reading("battery:battery", "charge")).isEqualTo(100);
        assertThat(seen.reading("ups:ups", "load")).isEqualTo(3);
    }

    @Test
    void anInverterThatPrefersItsBatteryIsNotOneThatLostTheGrid() throws InterruptedException {
        String body =
                "(230.0 50.0 230.0 49.9 0161 0119 003 460 57.50 012 100 0069 0014 103.8 57.45 00000";
        FakeLine line =
                new FakeLine(
                        time,
                        question ->
                                switch (new String(question, StandardCharsets.ISO_8859_1)
                                        .substring(0, Math.min(4, question.length))) {
                                    case "QPIG" -> Inverter.question(body);
                                    case "QMOD" -> Inverter.question("(B");
                                    default -> new byte[0];
                                });
        Seen seen = new Seen(probe(line).look());
        assertThat(seen.health("feed:input")).isEqualTo(Health.OK);
        assertThat(seen.evidence("ups:ups").label()).contains("own choice");
    }

    @Test
    void aLoopBackIsToldFromAnAnswer() throws InterruptedException {
        Silence silence = look(question -> question).silence();
        assertThat(silence.cause()).isEqualTo(Silence.Cause.NOT_UNDERSTOOD);
        assertThat(silence.detail()).contains("came back as it was sent");
    }

    @Test
    void rubbishHalfAnswersAndSilenceAreToldApart() throws InterruptedException {
        assertThat(look(question -> "%&/()\u0001\u0002\r").silence().detail())
                .contains("was answered with %&/()..");
        assertThat(look(question -> "(230.0 23").silence().detail())
                .contains("was answered in part: (230.0 23");
        assertThat(look(question -> "(2".repeat(400)).silence().detail()).contains("without end");
        assertThat(look(question -> "").silence().cause()).isEqualTo(Silence.Cause.TIMED_OUT);
    }

    @Test
    void manyBadAnswersLeaveNoThreadBehind() throws Exception {
        int rounds = System.getenv("HOLDFAST_LONG") == null ? 300 : 10_000;
        List<Function<String, String>> bad =
                List.of(
                        question -> question,
                        question -> "",
                        question -> "(230.0 23",
                        question -> "(2".repeat(400),
                        question -> "(NAK\r");
        int before = Thread.activeCount();
        for (int i = 0; i < rounds; i++) {
            SerialProbe probe = probe(FakeLine.ofText(time, bad.get(i % bad.size())));
            FutureTask<Survey> look = new FutureTask<>(probe::look);
            Thread.ofVirtual().start(look);
            assertThat(new Seen(look.get()).silence().detail()).contains("/dev/fake");
        }
        assertThat(Thread.activeCount()).isEqualTo(before);
    }

    @Test
    void aDeviceThatComesBackIsSeenInTheSameLook() throws InterruptedException {
        FakeLine line = FakeLine.ofText(time, new MegatecUps());
        SerialProbe probe = probe(line);
        probe.look();
        line.breakDown();
        assertThat(new Seen(probe.look()).health("ups:ups")).isEqualTo(Health.OK);
        assertThat(line.timesOpened()).isEqualTo(2);
        probe.close();
        assertThat(line.timesClosed()).isEqualTo(2);
    }

    @Test
    void nothingThatCouldSwitchTheOutputIsEverSent() throws InterruptedException {
        FakeLine line = FakeLine.ofText(time, question -> "");
        probe(line).look();
        // S, T, C and D with arguments, and Q alone, are commands of the protocol.
        assertThat(line.written()).noneMatch(text -> text.matches("(?s)[STCD].*|Q\r"));
    }

    @Test
    void damagedAnswersNeverBreakADecoder() {
        List<String> good =
                List.of(
                        "(" + MegatecUps.ON_LINE + "\r",
                        "(234.9 50.0 229.8 50.0 000.0 000 369.1 ---.- 026.5 ---.- 018.8 100000000001\r",
                        "#230.0 006 024.0 50.0\r",
                        "#HOLDFAST LAB    SIM-1500   V1.0      \r");
        long seed = 20260301;
        for (String text : good) {
            ByteMutations.feed(
                    text.getBytes(StandardCharsets.ISO_8859_1),
                    seed++,
                    MegatecDriverTest::decodeAll);
        }
        ByteMutations.feed(
                Inverter.question("(000.0 00.0 230.0 49.9 0161 0119 003 460 57.50 012 100 0069"),
                seed,
                MegatecDriverTest::decodeAll);
    }

    private static void decodeAll(byte[] answer) {
        UpsFacts facts = new UpsFacts("fuzz");
        Ratings ratings = Ratings.decode(answer).orElse(Ratings.UNKNOWN);
        Status.decodeQ1("Q1", answer).ifPresent(status -> status.tell(facts, ratings));
        Status.decodeQgs(answer).ifPresent(status -> status.tell(facts, ratings));
        Identity.decode(answer);
        Mode.decode(answer);
        Inverter.decode(answer).ifPresent(inverter -> inverter.tell(facts));
    }
}
