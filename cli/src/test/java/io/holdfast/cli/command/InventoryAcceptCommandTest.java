package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.wire.api.AcceptResult;
import io.holdfast.wire.api.ComponentReport;
import io.holdfast.wire.api.DifferenceReport;
import io.holdfast.wire.api.InventoryReport;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What accepting says: before, after, and of what is not there. */
class InventoryAcceptCommandTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final String NEW = "ber1/r12/new1";
    private static final String SAME = "ber1/r12/db07";
    private static final String OTHER = "ber1/r12/db08";
    private static final String EMPTY = "ber1/r12/mute";

    private static final List<DifferenceReport> DIFFERENCES =
            List.of(
                    new DifferenceReport(
                            DifferenceReport.Type.MISSING,
                            OTHER + "/psu:2",
                            "accepted, and not there"),
                    new DifferenceReport(
                            DifferenceReport.Type.ADDED,
                            OTHER + "/nic:eth1",
                            "there, and not accepted"));

    @TempDir private Path folder;
    private AnsweringCollector collector;

    @BeforeEach
    void start() throws IOException {
        InventoryReport inventory =
                new InventoryReport(
                        AT,
                        List.of(
                                host(SAME, true, List.of()),
                                host(OTHER, true, DIFFERENCES),
                                host(NEW, false, List.of()),
                                new InventoryReport.Host(
                                        EMPTY,
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        List.of())));
        String none = JsonRecord.of(InventoryReport.class).text(new InventoryReport(AT, List.of()));
        collector =
                new AnsweringCollector(
                        folder.resolve("socket"),
                        Map.of(
                                "GET /v1/inventory",
                                JsonRecord.of(InventoryReport.class).text(inventory),
                                "GET /v1/inventory?host=acept",
                                none,
                                "GET /v1/inventory?host=db7",
                                none,
                                "POST /v1/inventory/accept",
                                JsonRecord.of(AcceptResult.class)
                                        .text(
                                                new AcceptResult(
                                                        AT,
                                                        "root",
                                                        List.of(
                                                                done(SAME, List.of()),
                                                                done(OTHER, DIFFERENCES),
                                                                done(NEW, List.of()))))));
    }

    @AfterEach
    void stop() throws IOException {
        collector.close();
    }

    @Test
    void oneThatWasNeverAcceptedIsSaidToBeNew() {
        CliRun run = collector.run("inventory", "accept", "new1");

        assertThat(run.out()).isEqualTo("ber1/r12/new1 was never accepted: 2 parts would be.\n");
        assertThat(run.err())
                .isEqualTo(
                        "Nothing is changed yet; to accept this:"
                                + " holdfast inventory accept new1 --yes\n");
    }

    @Test
    void oneThatIsAsAcceptedIsLeftInPeace() {
        CliRun run = collector.run("inventory", "accept", SAME);

        assertThat(run.out())
                .isEqualTo(
                        "ber1/r12/db07 is as accepted on 2026-02-01 by ada:"
                                + " there is nothing to change.\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void oneThatDiffersSaysWhatCameAndWent() {
        assertThat(collector.run("inventory", "accept", "db08").out())
                .isEqualTo(
                        """
                        ber1/r12/db08 was accepted on 2026-02-01 by ada; what is there now differs: 1 part added, 1 part
                          removed.
                          REMOVED psu:2: accepted, and not there
                          ADDED nic:eth1: there, and not accepted
                        """);
    }

    @Test
    void ofAPartOnlyThatPartIsShown() {
        assertThat(collector.run("inventory", "accept", OTHER + "/psu:2").out())
                .contains("differs: 1 part removed.")
                .doesNotContain("nic:eth1");
    }

    @Test
    void withoutANameOnlyWhatIsOpenIsShown() {
        assertThat(collector.run("inventory", "accept").out())
                .contains("db08", "new1")
                .doesNotContain("db07", "mute");
    }

    @Test
    void afterwardsItSaysWhichOfTheThreeItWas() {
        String out = collector.run("inventory", "accept", "db07", "db08", "new1", "--yes").out();

        assertThat(out)
                .isEqualTo(
                        """
                        ber1/r12/db07 is as accepted before, with 2 parts: nothing changed.
                        ber1/r12/db08 is accepted with 2 parts: 1 part added, 1 part removed.
                          REMOVED psu:2
                          ADDED nic:eth1
                        ber1/r12/new1 is accepted for the first time, with 2 parts.
                        """);
    }

    @Test
    void aHostThatIsNotThereIsAnErrorWithThoseThatAreAlike() {
        CliRun run = collector.run("inventory", "accept", "db7", "--yes");

        assertThat(run.code()).isEqualTo(ExitCodes.OWN_ERROR);
        assertThat(run.err())
                .isEqualTo(
                        """
                        holdfast: expected a host of the inventory, found 'db7'
                          to do: did you mean db07? see: holdfast inventory
                        """);
        assertThat(collector.asked()).containsExactly("GET /v1/inventory");
        assertThat(collector.run("inventory", "db7").err()).contains("did you mean db07?");
    }

    @Test
    void aHostOfAnotherRackIsFoundByItsName() {
        assertThat(collector.run("inventory", "accept", "ber1/r13/db07").err())
                .contains("did you mean ber1/r12/db07 or ber1/r12/db08? see: holdfast inventory");
    }

    @Test
    void aPartThatIsNotThereIsAnErrorToo() {
        assertThat(collector.run("inventory", "accept", OTHER + "/psu:3").err())
                .contains("expected a part of ber1/r12/db08, found 'ber1/r12/db08/psu:3'")
                .contains("did you mean ber1/r12/db08/psu:1 or ber1/r12/db08/psu:2?");
    }

    @Test
    void aHostWithoutPartsCannotBeAccepted() {
        assertThat(collector.run("inventory", "accept", "mute", "--yes").err())
                .contains("has reported none yet");
    }

    @Test
    void whereNobodyHasReportedThereIsNothingToAccept() throws IOException {
        String none = JsonRecord.of(InventoryReport.class).text(new InventoryReport(AT, List.of()));
        try (var empty =
                new AnsweringCollector(
                        folder.resolve("empty"), Map.of("GET /v1/inventory", none))) {
            CliRun run = empty.run("inventory", "accept");

            assertThat(run.code()).isEqualTo(ExitCodes.OWN_ERROR);
            assertThat(run.err()).contains("expected a host that has reported, found none");
        }
    }

    @Test
    void aMistypedPartOfTheCommandIsNoHost() {
        CliRun run = collector.run("inventory", "acept");

        assertThat(run.code()).isEqualTo(ExitCodes.OWN_ERROR);
        assertThat(run.err())
                .isEqualTo(
                        """
                        holdfast: expected one of HOST, accept or retire after holdfast inventory, found 'acept'
                          did you mean: accept
                          to do: holdfast inventory --help
                        """);
    }

    private static InventoryReport.Host host(
            String id, boolean accepted, List<DifferenceReport> differences) {
        return new InventoryReport.Host(
                id,
                accepted ? Optional.of(Instant.parse("2026-02-01T12:00:00Z")) : Optional.empty(),
                accepted ? Optional.of("ada") : Optional.empty(),
                List.of(item(id + "/psu:1", accepted), item(id + "/psu:2", accepted)),
                differences);
    }

    private static InventoryReport.Item item(String id, boolean accepted) {
        return new InventoryReport.Item(id, accepted, ComponentReport.Presence.PRESENT, "");
    }

    private static AcceptResult.Accepted done(String host, List<DifferenceReport> taken) {
        return new AcceptResult.Accepted(host, 2, taken, List.of());
    }
}
