package io.holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.cli.terminal.Terminal;
import io.holdfast.wire.api.EventReport;
import io.holdfast.wire.api.EvidenceReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTextTest {

    private static final Instant AT = Instant.parse("2026-03-01T03:12:40Z");

    @Test
    void aLostSpareTellsFromWhatToWhat() {
        EventReport event =
                new EventReport(
                        7,
                        AT,
                        AT,
                        EventReport.Type.REDUNDANCY_CHANGED,
                        "ber1/r12/db07",
                        "ber1/r12/db07/group:bond0",
                        "full",
                        "none",
                        OptionalInt.of(1),
                        OptionalInt.of(0),
                        "",
                        List.of(new EvidenceReport("/sys/class/net/eth1/carrier", "", "0", "")),
                        Optional.empty());

        assertThat(new EventText(Terminal.NONE, ZoneOffset.UTC, false).of(event))
                .isEqualTo(
                        "03:12:40 ber1/r12/db07 bond0 full → none spares 1 → 0"
                                + " (/sys/class/net/eth1/carrier = 0)\n");
    }

    @Test
    void sparesThatNobodyKnewAreAQuestionMark() {
        EventReport event =
                new EventReport(
                        7,
                        AT,
                        AT,
                        EventReport.Type.REDUNDANCY_CHANGED,
                        "ber1/r12/db07",
                        "ber1/r12/db07/group:bond0",
                        "unknown",
                        "none",
                        OptionalInt.empty(),
                        OptionalInt.of(0),
                        "",
                        List.of(new EvidenceReport("/sys/class/net/eth1/carrier", "", "0", "")),
                        Optional.empty());

        assertThat(new EventText(Terminal.NONE, ZoneOffset.UTC, false).of(event))
                .isEqualTo(
                        "03:12:40 ber1/r12/db07 bond0 unknown → none spares ? → 0"
                                + " (/sys/class/net/eth1/carrier = 0)\n");
    }

    @Test
    void anActTellsWhatWasDoneAndByWhom() {
        assertThat(
                        new EventText(Terminal.NONE, ZoneOffset.UTC, true)
                                .of(plain(EventReport.Type.AGENT_REVOKED, "stolen", "root")))
                .isEqualTo("2026-03-01 03:12:40 web1 revoked stolen by root\n");
    }

    @ParameterizedTest
    @CsvSource({
        "AGENT_CONNECTED, connected",
        "AGENT_SILENT, silent",
        "AGENT_HEARD, heard again",
        "DETAIL_DROPPED, lost detail",
        "STATE_REPAIRED, state repaired",
        "INVENTORY_DIFFERS, inventory compared with what was accepted",
        "INVENTORY_ACCEPTED, inventory accepted",
        "AGENT_ENROLLED, enrolled",
        "AGENT_REVOKED, revoked",
        "DEVICE_SILENT, device silent",
        "DEVICE_HEARD, device heard again",
        "DEVICE_MOVED, device moved",
        "HOST_RETIRED, retired",
        "AGENT_DOUBLED, two agents with one identity:",
        "UNKNOWN, something that is newer than this command"
    })
    void whatHappenedIsSaidInWords(EventReport.Type type, String words) {
        assertThat(new EventText(Terminal.NONE, ZoneOffset.UTC, false).of(plain(type, "more", "")))
                .isEqualTo("03:12:40 web1 " + words + " more\n");
    }

    private static EventReport plain(EventReport.Type type, String detail, String actor) {
        return new EventReport(
                8,
                AT,
                AT,
                type,
                "default/default/web1",
                "default/default/web1",
                "",
                "",
                OptionalInt.empty(),
                OptionalInt.empty(),
                detail,
                List.of(),
                Optional.of(actor).filter(name -> !name.isEmpty()));
    }
}
