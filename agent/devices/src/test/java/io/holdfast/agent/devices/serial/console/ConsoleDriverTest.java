package io.holdfast.agent.devices.serial.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.serial.DeviceDraft;
import io.holdfast.agent.devices.serial.Driver;
import io.holdfast.agent.devices.serial.FakeLine;
import io.holdfast.agent.devices.serial.Seen;
import io.holdfast.agent.devices.serial.SerialProbe;
import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.mibs.line.ConsoleCommand;
import io.holdfast.mibs.line.ConsoleScript;
import io.holdfast.mibs.line.ConsoleScripts;
import io.holdfast.testkit.ByteMutations;
import io.holdfast.testkit.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConsoleDriverTest {

    private static final HostId HOST = new HostId("ber1", "r12", "sw1");
    private static final Optional<Login> LOGIN = Optional.of(new Login("ops", "s3cret"));

    private final ManualTime time = ManualTime.start();

    private static ConsoleScript script(String name) {
        return ConsoleScripts.bundled(name).orElseThrow();
    }

    private SerialProbe probe(FakeLine line, String script, Optional<Login> login) {
        ConsoleDriver driver = new ConsoleDriver(script(script), login);
        return new SerialProbe(HOST, new HeldLine(line), driver, time, time);
    }

    private Seen look(Function<String, String> device, Optional<Login> login)
            throws InterruptedException {
        return new Seen(probe(FakeLine.ofText(time, device), "cisco-ios", login).look());
    }

    @Test
    void aSwitchIsReadThroughLoginAndPager() throws InterruptedException {
        Seen seen = look(new SwitchConsole(), LOGIN);
        assertThat(seen.identity())
                .containsEntry("vendor", "Cisco")
                .containsEntry("model", "WS-C3850-48P")
                .containsEntry("serial", "FOC2043X0XX")
                .containsEntry("firmware", "16.9.4");
        assertThat(seen.health("psu:1A")).isEqualTo(Health.OK);
        assertThat(seen.health("psu:1B")).isEqualTo(Health.OK);
        assertThat(seen.reading("fan:1 1", "speed")).isEqualTo(5600);
        assertThat(seen.reading("temperature:Inlet Temperature", "temperature")).isEqualTo(27);
        assertThat(seen.survey().complete()).isTrue();
    }

    @Test
    void aFailedAndAPulledSupplyAreToldApart() throws InterruptedException {
        SwitchConsole device = new SwitchConsole();
        device.answer(
                "show environment power",
                """
                1A  PWR-C1-715WAC       LIT20431AAA No Input Power   Bad      Bad      715
                1B  Not Present
                """);
        Seen seen = look(device, LOGIN);
        assertThat(seen.health("psu:1A")).isEqualTo(Health.FAILED);
        assertThat(seen.evidence("psu:1A").key()).isEqualTo("show environment power 1A");
        assertThat(seen.of("psu:1B")).isInstanceOf(Observation.Absent.class);
    }

    @Test
    void aRefusedPasswordIsNotTriedAgainForAQuarterOfAnHour() throws InterruptedException {
        SwitchConsole device = new SwitchConsole();
        Login wrong = new Login("ops", "wrong");
        SerialProbe probe = probe(FakeLine.ofText(time, device), "cisco-ios", Optional.of(wrong));
        Silence silence = new Seen(probe.look()).silence();
        assertThat(silence.cause()).isEqualTo(Silence.Cause.NOT_PERMITTED);
        assertThat(silence.toString()).doesNotContain("wrong");
        probe.look();
        assertThat(device.refusals()).isEqualTo(1);
        time.advance(Duration.ofMinutes(16));
        probe.look();
        assertThat(device.refusals()).isEqualTo(2);
        assertThat(wrong.toString()).isEqualTo("ops:***");
    }

    @Test
    void withoutANameTheLoginIsSaidToBeWanted() throws InterruptedException {
        assertThat(look(new SwitchConsole(), Optional.empty()).silence().remedy())
                .contains("--user");
    }

    @Test
    void silenceRubbishAndAnotherPromptAreToldApart() throws InterruptedException {
        assertThat(look(sent -> "", LOGIN).silence().cause()).isEqualTo(Silence.Cause.TIMED_OUT);
        assertThat(look(sent -> "grub rescue-\u0007 ", LOGIN).silence().detail())
                .contains("found 'grub rescue- '");
        assertThat(look(sent -> "nonsense\r\nsw1#", LOGIN).silence().detail())
                .contains("nothing that");
    }

    @Test
    void aConsoleThatStopsInTheMidstLeavesWhatWasSeen() throws InterruptedException {
        SwitchConsole device = new SwitchConsole();
        Seen seen =
                look(
                        sent ->
                                sent.startsWith("show environment p")
                                        ? "1A PW"
                                        : device.apply(sent),
                        LOGIN);
        assertThat(seen.survey().complete()).isFalse();
        assertThat(seen.health("fan:1 1")).isEqualTo(Health.OK);
        assertThat(seen.survey().unseen().getFirst().silence().cause())
                .isEqualTo(Silence.Cause.TIMED_OUT);
    }

    @Test
    void junosAndApcAreReadByTheirScripts() {
        ConsoleScript junos = script("junos");
        DeviceDraft draft = new DeviceDraft(junos.self(), "console");
        String environment =
                """
                Class Item                           Status     Measurement
                Power FPC 0 Power Supply 0           OK
                      FPC 0 Power Supply 1           Absent
                Temp  FPC 0 CPU                      OK         51 degrees C / 123 degrees F
                Fans  FPC 0 Fan Tray 0               Failed     Spinning at normal speed
                """;
        assertThat(decode(junos, "environment", environment, draft)).isEqualTo(4);
        Seen seen = seen(junos, draft);
        assertThat(seen.health("psu:FPC 0 Power Supply 0")).isEqualTo(Health.OK);
        assertThat(seen.of("psu:FPC 0 Power Supply 1")).isInstanceOf(Observation.Absent.class);
        assertThat(seen.reading("temperature:FPC 0 CPU", "temperature")).isEqualTo(51);
        assertThat(seen.health("fan:FPC 0 Fan Tray 0")).isEqualTo(Health.FAILED);

        ConsoleScript apc = script("apc-rpdu");
        DeviceDraft outlets = new DeviceDraft(apc.self(), "console");
        decode(apc, "outlets", "E000: Success\n 1: db07 A: On\n 2: Off*\n", outlets);
        assertThat(seen(apc, outlets).health("outlet:2")).isEqualTo(Health.OK);
    }

    private static int decode(
            ConsoleScript script, String command, String text, DeviceDraft draft) {
        ConsoleCommand known = Objects.requireNonNull(script.commands().get(command));
        return OutputDecoder.decode(known, text.getBytes(StandardCharsets.UTF_8), draft);
    }

    private Seen seen(ConsoleScript script, DeviceDraft draft) {
        var asked = new Driver.Asked("serial.console", HOST, "console", time.instant());
        return new Seen(draft.survey(asked, script.covers(), true));
    }

    @Test
    void aPatternThatTriesForEverIsGivenUp() {
        Pattern evil = Pattern.compile("(a+)+b");
        assertThat(Steps.find(evil, "a".repeat(500))).isEmpty();
        assertThat(Steps.find(evil, "aaab")).isPresent();
        assertThat(Steps.find(Pattern.compile("(a|b)*c"), "ab".repeat(100_000))).isEmpty();
    }

    @Test
    void escapesAndBackspacesAreDoneAsATerminalDoesThem() {
        byte[] bytes =
                "\u001b[1;31mred\u001b[0m\r\n --More-- \r          \rnext\b\bXT"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(Screen.text(bytes)).isEqualTo("red\nneXT");
    }

    @Test
    void damagedOutputNeverBreaksTheDecoder() {
        for (String name : ConsoleScripts.BUNDLED) {
            ConsoleScript script = script(name);
            byte[] good = SwitchConsole.GOOD_POWER.getBytes(StandardCharsets.UTF_8);
            ByteMutations.feed(
                    good,
                    20260307,
                    bytes ->
                            script.commands()
                                    .values()
                                    .forEach(
                                            command ->
                                                    OutputDecoder.decode(
                                                            command,
                                                            bytes,
                                                            new DeviceDraft(
                                                                    script.self(), "fuzz"))));
        }
    }
}
