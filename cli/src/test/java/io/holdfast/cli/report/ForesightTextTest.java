package io.holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.cli.terminal.Glyphs;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.wire.api.ChainReport;
import io.holdfast.wire.api.SpofList;
import io.holdfast.wire.api.Status;
import io.holdfast.wire.api.TopologyReport;
import io.holdfast.wire.api.WhatIfReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What people read of single points, of losses and of the topology. */
class ForesightTextTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Terminal WIDE = new Terminal(200, false, Glyphs.UNICODE);
    private static final String PDU = "ber1/r12/pdu-a/host:pdu-a";
    private static final String HOST = "ber1/r12/db07/host:db07";
    private static final String VIP = "-/-/services/vip:db";
    private static final ChainReport CHAIN = new ChainReport(VIP, List.of(PDU, HOST, VIP));

    @Test
    void theWorstPointSaysWhatItStopsAndWhy() {
        SpofList spofs =
                new SpofList(
                        AT,
                        Status.CRITICAL,
                        true,
                        List.of(
                                new SpofList.Point(PDU, false, List.of(CHAIN), List.of()),
                                new SpofList.Point(HOST, true, List.of(CHAIN), List.of()),
                                new SpofList.Point(
                                        "ber1/-/feeds/feed:B", false, List.of(), List.of(VIP))));

        assertThat(lines(new SpofText(WIDE, false, true).of(spofs)))
                .contains(
                        "LOSS OF why stops",
                        "pdu-a NEW: a spare is lost vip:db",
                        "db07 by design vip:db",
                        "feed:B cannot be said perhaps vip:db",
                        "pdu-a > db07 > vip:db");
    }

    @Test
    void whereNothingIsDeclaredThatIsSaid() {
        SpofList none = new SpofList(AT, Status.OK, false, List.of());
        assertThat(new SpofText(WIDE, false, false).of(none))
                .isEqualTo("No single loss stops a host, as far as the topology is known.\n");
        assertThat(new SpofText(WIDE, true, false).of(none))
                .startsWith("No single loss stops a host that was safe");
    }

    @Test
    void theAnswerComesFirstAndThenWhy() {
        WhatIfReport outcome =
                new WhatIfReport(
                        AT,
                        Status.CRITICAL,
                        WhatIfReport.Verdict.STOPS,
                        List.of(PDU),
                        List.of(CHAIN),
                        List.of(new WhatIfReport.Doubt(HOST, List.of("ber1/r12/db07/psu:PS2"))),
                        List.of(
                                new WhatIfReport.Bare(
                                        "ber1/r12/db08/group:power",
                                        Optional.of("ber1/r12/db08/host:db08"),
                                        List.of("ber1/r12/db08/psu:PS2"))),
                        List.of(
                                new WhatIfReport.Load(
                                        "ber1/r12/pdu-b/host:pdu-b",
                                        "ampere",
                                        OptionalDouble.of(8),
                                        OptionalDouble.of(17),
                                        16,
                                        true),
                                new WhatIfReport.Load(
                                        "ber1/r12/pdu-c/host:pdu-c",
                                        "ampere",
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        16,
                                        false)),
                        1);

        assertThat(lines(new WhatIfText(WIDE, true).of(outcome)))
                .containsExactly(
                        "NO: without pdu-a something stops.",
                        "stops:",
                        "pdu-a > db07 > vip:db",
                        "too much to carry:",
                        "pdu-b: 8.0 A now, 17.0 A then, of 16.0 A",
                        "may stop, for nothing is known of what it would hang on:",
                        "db07 on db07/psu:PS2",
                        "left without a spare:",
                        "db08 (power): db08/psu:PS2 alone",
                        "carries:",
                        "pdu-c: an unknown load now, an unknown load then, of 16.0 A",
                        "1 part behind it is lost with it");
    }

    @Test
    void edgesAreShownCheckedAndExported() {
        TopologyReport all =
                new TopologyReport(
                        AT,
                        Status.WARNING,
                        3,
                        List.of(
                                new TopologyReport.Edge(HOST, PDU, List.of("configured")),
                                new TopologyReport.Edge(VIP, HOST, List.of("configured"))),
                        List.of(
                                new TopologyReport.Found(
                                        "shared", List.of(PDU), "all hang on pdu-a")));
        TopologyText text = new TopologyText(WIDE);

        assertThat(lines(text.edges(TopologyText.only(all, "pdu-a"))))
                .containsExactly(
                        "WHAT hangs on known from",
                        "db07 pdu-a configured",
                        "",
                        "1 to look at: holdfast topology check");
        assertThat(text.findings(all)).isEqualTo("shared: all hang on pdu-a\n");
        assertThat(TopologyExport.dot(all))
                .startsWith("digraph topology {")
                .contains("  \"db07\" -> \"pdu-a\";\n");
        assertThat(TopologyExport.markdown(all))
                .contains("| db07 | pdu-a | configured |\n", "- all hang on pdu-a\n");
    }

    private static List<String> lines(String text) {
        return text.lines().map(line -> line.replaceAll(" +", " ").strip()).toList();
    }
}
