package io.holdfast.mibs.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.holdfast.mibs.knowledge.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The profiles against recorded walks of real devices, where those are at hand. */
class WalksTest {

    /** The file that the table is written to, where somebody wants it. */
    static final String WRITE = "holdfast.walks.write";

    private static final Walks WALKS = Walks.ofProject();
    private static List<Comparison> compared = List.of();

    @BeforeAll
    static void compare() throws IOException {
        assumeFalse(WALKS.recordings().isEmpty(), "no recorded walks in ../shared/recordings/snmp");
        compared = WALKS.compare(Profiles.shipped());
    }

    @Test
    void everyFaultOfTheReferenceIsFoundOrTheReferenceIsWrong() throws IOException {
        Judgements judgements = WALKS.judgements();
        List<String> missed = new ArrayList<>();
        for (Comparison one : compared) {
            for (Reference.Sensor sensor : one.missed()) {
                if (judgements.reason(one.walk(), sensor.oid()).isEmpty()) {
                    missed.add(one.walk() + " " + sensor);
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(compared.stream().mapToInt(c -> c.found().size()).sum())
                .isGreaterThanOrEqualTo(30);
    }

    @Test
    void nothingThatTheReferenceCallsOkIsCalledAFault() throws IOException {
        Judgements judgements = WALKS.judgements();
        List<String> accused = new ArrayList<>();
        for (Comparison one : compared) {
            for (Reference.Sensor sensor : one.accused()) {
                if (judgements.reason(one.walk(), sensor.oid()).isEmpty()) {
                    accused.add(one.walk() + " " + sensor);
                }
            }
        }
        assertThat(accused).isEmpty();
    }

    @Test
    void suppliesAndFansAreAsManyAsAPlainScriptCounts() throws IOException, InterruptedException {
        Map<String, Counts> counts = WALKS.counts();
        assertThat(compared)
                .allSatisfy(
                        one ->
                                assertThat(new Counts(one.supplies(), one.fans()))
                                        .as(one.walk())
                                        .isEqualTo(counts.get(one.walk())));
    }

    @Test
    void everyDeviceOfAKnownFamilyHasMoreThanStandardProfiles() {
        // These run a plain net-snmp and have nothing of their own to tell them by.
        Set<String> plain = Set.of("cumulus_mellanox", "linux_ups-nut", "ibm-imm_x3550m3");
        assertThat(compared)
                .filteredOn(one -> !plain.contains(one.walk()))
                .allSatisfy(
                        one -> assertThat(one.profiles().size()).as(one.walk()).isGreaterThan(4));
    }

    @Test
    void theTableIsWrittenWhereSomebodyWantsIt() throws IOException, InterruptedException {
        String file = System.getProperty(WRITE, "");
        String table = new WalksTable(WALKS, compared).markdown();
        assertThat(table).contains("| walk |");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), table);
        }
    }
}
