package io.holdfast.mibs.trap.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.holdfast.testkit.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The recorded texts and captures through the catalogue, where they are at hand. */
class RecordedTrapsTest {

    /** The file that the table is written to, where somebody wants it. */
    private static final String WRITE = "holdfast.traps.write";

    private static List<Recorded> all = List.of();

    @BeforeAll
    static void read() {
        all = Recorded.all();
        assumeFalse(all.isEmpty(), "no recorded traps in ../shared/recordings/traps");
    }

    @Test
    void everyTextIsDecodedOrKeptAsUnknown() {
        List<Recorded> texts = all.stream().filter(r -> r.form().equals("text")).toList();
        assertThat(texts)
                .hasSize(Recordings.files("traps").size())
                .allSatisfy(one -> assertThat(one.name()).isNotEmpty());
        assertThat(texts).filteredOn(Recorded::known).hasSizeGreaterThan(15);
    }

    @Test
    void everyCaptureIsReadToItsEnd() {
        assertThat(all.stream().filter(r -> r.file().contains(".pcap")).map(Recorded::file))
                .containsAll(
                        Recordings.files("pcap").stream()
                                .map(file -> file.getFileName().toString())
                                .toList());
        assertThat(all)
                .anySatisfy(
                        one -> {
                            assertThat(one.file()).isEqualTo("snmpv1_trap.pcap");
                            assertThat(one.form()).isEqualTo("v1 trap");
                        });
    }

    @Test
    void theTableIsWrittenWhereSomebodyWantsIt() throws IOException {
        String file = System.getProperty(WRITE, "");
        String table = Recorded.table(all);
        assertThat(table).contains("| JnxPowerSupplyTest-1.txt |");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), table);
        }
    }
}
