package io.holdfast.mibs.northbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.testkit.Recordings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HOLDFAST-MIB as net-snmp's tools read it. */
class HoldfastMibIT {

    private static final Path SNMPTRANSLATE = Path.of("/usr/bin/snmptranslate");

    @TempDir private Path folder = Path.of("");

    @Test
    void isReadWithoutAWarning() throws IOException, InterruptedException {
        List<String> said = translate("-Pw", "-Tp", "-IR", "holdfastMIB");
        // net-snmp remarks on the macros of SNMPv2-SMI itself, which have no file name in front.
        assertThat(said)
                .noneMatch(line -> line.contains("HOLDFAST-MIB") || line.contains("Warning"))
                .anyMatch(line -> line.contains("holdfastIncidentEnded(3)"));
    }

    @Test
    void numbersAreWhereTheyWere() throws IOException, InterruptedException {
        assertThat(translate("-On", "HOLDFAST-MIB::holdfastGroupSpares.7"))
                .contains(".1.3.6.1.4.1.8072.9999.9999.8317.1.1.1.5.7");
        assertThat(translate("-On", "HOLDFAST-MIB::holdfastGroupChanged"))
                .contains(".1.3.6.1.4.1.8072.9999.9999.8317.0.1");
    }

    private List<String> translate(String... arguments) throws IOException, InterruptedException {
        boolean there = Files.isExecutable(SNMPTRANSLATE);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("snmptranslate, of the package snmp").isTrue();
        }
        assumeTrue(there, "no snmptranslate");
        Optional<Path> standards = Recordings.folder("mibs");
        assumeTrue(standards.isPresent(), "no MIB texts in ../shared/recordings/mibs");
        try (var in =
                Objects.requireNonNull(
                        HoldfastMibIT.class.getResourceAsStream(
                                "/io/holdfast/mibs/HOLDFAST-MIB.txt"))) {
            Files.write(folder.resolve("HOLDFAST-MIB.txt"), in.readAllBytes());
        }
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                SNMPTRANSLATE.toString(),
                                "-M",
                                standards.get() + ":" + folder,
                                "-m",
                                "HOLDFAST-MIB"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
