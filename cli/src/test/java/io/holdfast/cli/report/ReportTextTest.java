package io.holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.cli.terminal.Glyphs;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.Status;
import io.holdfast.wire.api.json.JsonMismatch;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Reports against approved texts. After a change that is meant, a run with {@code
 * HOLDFAST_APPROVE=true} writes them anew, to be read before they are committed.
 */
class ReportTextTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Path APPROVED = Path.of("src/test/resources/io/holdfast/cli/report");

    @Test
    void theWorstComesFirst() throws IOException {
        String text = new ReportText(Terminal.NONE, BERLIN, false).of(night());

        assertThat(text.lines().findFirst())
                .hasValueSatisfying(l -> assertThat(l).startsWith("CRITICAL 2 of 3 hosts"));
        approve("night.txt", text);
    }

    @Test
    void aNarrowSerialConsoleShowsAllOfIt() throws IOException {
        Terminal serial = new Terminal(60, false, Glyphs.ASCII);

        String text = new ReportText(serial, BERLIN, false).of(night());

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
        approve("night-narrow.txt", text);
    }

    @Test
    void verboseNamesTheSourceOfEveryClaim() throws IOException {
        String text = new ReportText(Terminal.NONE, BERLIN, true).of(night());

        assertThat(text).contains("smartctl -j -a /dev/sda smart_status.passed = true");
        approve("night-verbose.txt", text);
    }

    @Test
    void coloursOnlyUnderlineWhatWordsSay() throws IOException {
        Terminal coloured = new Terminal(Terminal.USUAL, true, Glyphs.UNICODE);
        String plain = new ReportText(Terminal.NONE, BERLIN, false).of(night());

        String text = new ReportText(coloured, BERLIN, false).of(night());

        assertThat(text).contains("\033[1;31mCRITICAL\033[0m");
        assertThat(text.replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void noHostIsSaid() {
        Report empty = Report.of(Instant.parse("2026-03-01T03:12:40Z"), "0.1.0", List.of());

        assertThat(new ReportText(Terminal.NONE, BERLIN, false).of(empty))
                .startsWith("UNKNOWN no host has reported yet\n");
    }

    @Test
    void whatKeepsTheCollectorFromItsWorkIsToldOnTop() throws IOException {
        CollectorHealth.Check full =
                new CollectorHealth.Check(
                        "store",
                        Status.CRITICAL,
                        "cannot be written: holdfast.db: database or disk is full",
                        "free some room");
        CollectorHealth.Check mail =
                new CollectorHealth.Check(
                        "mail", Status.WARNING, "3 mails wait", "try: holdfast mail test");
        List<HostReport> well =
                night().hosts().stream().filter(host -> host.status() == Status.OK).toList();
        Report report =
                new Report(night().at(), "0.1.0", Status.CRITICAL, List.of(full, mail), well);

        assertThat(new ReportText(Terminal.NONE, BERLIN, false).of(report))
                .startsWith(
                        """
                        CRITICAL the collector itself is in trouble; web1: nothing known to be wrong, and nothing here has a
                          spare
                          store cannot be written: holdfast.db: database or disk is full
                          to do: free some room
                          mail 3 mails wait
                          to do: try: holdfast mail test
                        2026-03-01 04:12:40 GMT+01:00, Holdfast 0.1.0
                        """);
    }

    @Test
    void whereSomethingHasStoppedAnEmptyListIsNoComfort() throws JsonMismatch {
        Report stopped =
                JsonRecord.of(Report.class)
                        .read(
                                """
                                {"at": "2026-03-01T03:12:40Z", "version": "0.1.0",
                                 "status": "critical", "hosts": [{
                                  "id": "ber1/r12/db07", "status": "critical",
                                  "groups": [{
                                   "id": "ber1/r12/db07/group:link:eth0", "kind": "nic",
                                   "members": [
                                    {"id": "ber1/r12/db07/nic:eth0", "standing": "failed"}],
                                   "needed": 1, "redundancy": "insufficient",
                                   "computed": "insufficient", "spares": -1,
                                   "design_spares": 0, "disagrees": false}]}]}
                                """);

        assertThat(new ReportText(Terminal.NONE, BERLIN, false).of(stopped))
                .contains(
                        "SINGLE POINTS OF FAILURE none left to lose of what has stopped:"
                                + " link:eth0");
    }

    private static Report night() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ReportTextTest.class.getResourceAsStream("night.json"))) {
            return JsonRecord.of(Report.class).read(in);
        }
    }

    private static void approve(String name, String text) throws IOException {
        Path file = APPROVED.resolve(name);
        if ("true".equals(System.getenv("HOLDFAST_APPROVE"))) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
}
