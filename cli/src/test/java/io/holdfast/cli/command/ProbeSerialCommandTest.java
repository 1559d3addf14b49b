package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeSerialCommandTest {

    private static CliRun run(String... arguments) {
        return CliRun.of(Map.of(), arguments);
    }

    private static void refused(CliRun run, String message) {
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(message).contains("to do:");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatIsMissingOrWrongIsTold() {
        refused(run("probe", "serial"), "expected a device such as /dev/ttyUSB0");
        refused(run("probe", "serial", "/dev/x"), "expected --driver megatec");
        refused(run("probe", "serial", "/dev/x", "--driver", "morse"), "morse");
        refused(
                run("probe", "serial", "/dev/x", "--driver", "megatec", "--line", "fast"),
                "expected line parameters such as 2400-8N1");
        refused(
                run("probe", "serial", "/dev/x", "--driver", "modbus", "--map", "mine"),
                "ours are apc-smart-ups");
        refused(
                run("probe", "serial", "/dev/x", "--driver", "console", "--script", "./mine"),
                "no such file");
        refused(
                run("probe", "nut", "ups.example.net", "--ups", "a b"),
                "expected a name of ups.conf");
        refused(run("probe", "nut", "http://x"), "expected host or host:port");
    }

    @Test
    void anOptionThatTheDriverDoesNotReadIsNotPassedOver() {
        refused(
                run("probe", "serial", "/dev/x", "--driver", "megatec", "--map", "apc-smart-ups"),
                "expected --driver modbus beside --map");
        refused(
                run("probe", "serial", "/dev/x", "--driver", "console", "--unit", "3"),
                "expected --driver modbus beside --unit");
        refused(
                run("probe", "serial", "/dev/x", "--driver", "modbus", "--script", "junos"),
                "expected --driver console beside --script");
    }

    @Test
    void aDeviceThatIsNotThereIsUnknownAndNoFault() {
        CliRun run = run("probe", "serial", "/dev/not-there", "--driver", "megatec");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("no device /dev/not-there");
    }

    @Test
    void theLinesOfThisMachineAreShownToScriptsToo() {
        CliRun run = run("probe", "serial", "--list", "--format", "json");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"ports\"");
    }
}
