package io.holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.cli.terminal.Glyphs;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.wire.api.DeviceList;
import io.holdfast.wire.api.DeviceList.Device;
import io.holdfast.wire.api.DeviceList.Reach;
import io.holdfast.wire.api.DeviceList.State;
import io.holdfast.wire.api.SilenceCause;
import io.holdfast.wire.api.SilenceReport;
import io.holdfast.wire.api.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DevicesTextTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final SilenceReport ERROR =
            new SilenceReport(SilenceCause.TIMED_OUT, "no answer in 5 s", "look at its cable");

    @Test
    void whoPollsWhatAndHowOldEveryAnswerIs() {
        Terminal wide = new Terminal(200, false, Glyphs.UNICODE);
        assertThat(new DevicesText(wide, false).of(devices()).lines())
                .map(line -> line.replaceAll(" +", " ").strip())
                .containsExactly(
                        "DEVICE state answered every polled by stand-in asked at",
                        "ber1/r12/sw1 answers 12 s ago 30 s ber1/r12/db07 ber1/r12/db08 snmp"
                                + " 192.0.2.21:161",
                        "ber1/r12/ups1 never answered never 30 s nobody nobody nut"
                                + " rack12@192.0.2.41:3493",
                        "",
                        "ber1/r12/ups1",
                        "no answer in 5 s",
                        "to do: look at its cable");
    }

    @Test
    void verboseShowsEveryAgentThatMayAsk() {
        assertThat(new DevicesText(new Terminal(200, false, Glyphs.UNICODE), true).of(devices()))
                .contains("ber1/r12/db07: answered 12 s ago")
                .contains(
                        "ber1/r12/db08 (not heard): answered never, 3 tries failed since: no answer"
                                + " in 5 s");
    }

    @Test
    void noDeviceIsSaid() {
        assertThat(
                        new DevicesText(Terminal.NONE, false)
                                .of(new DeviceList(AT, Status.OK, List.of())))
                .startsWith("No device is listed");
    }

    private static DeviceList devices() {
        Reach well =
                new Reach(
                        "ber1/r12/db07",
                        true,
                        Optional.of(AT),
                        OptionalLong.of(12),
                        0,
                        Optional.empty());
        Reach ill =
                new Reach(
                        "ber1/r12/db08",
                        false,
                        Optional.empty(),
                        OptionalLong.empty(),
                        3,
                        Optional.of(ERROR));
        return new DeviceList(
                AT,
                Status.UNKNOWN,
                List.of(
                        new Device(
                                "ber1/r12/sw1",
                                "switch",
                                "snmp",
                                "192.0.2.21:161",
                                State.ANSWERS,
                                30,
                                Optional.of("ber1/r12/db07"),
                                Optional.of("ber1/r12/db08"),
                                Optional.of(AT),
                                OptionalLong.of(12),
                                5,
                                Optional.empty(),
                                List.of(well)),
                        new Device(
                                "ber1/r12/ups1",
                                "ups",
                                "nut",
                                "rack12@192.0.2.41:3493",
                                State.NEVER,
                                30,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                0,
                                Optional.of(ERROR),
                                List.of(ill))));
    }
}
