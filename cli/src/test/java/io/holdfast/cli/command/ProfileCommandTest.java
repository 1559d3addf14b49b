package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void aGoodProfileIsSaidToBeGood() throws URISyntaxException {
        CliRun run = CliRun.of(Map.of(), "profile", "check", resource("acme-ups.yaml"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(": ok (2 component rules, 1 group rules, 2 subtrees)");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsPlace() throws IOException, URISyntaxException {
        String good = Files.readString(Path.of(resource("acme-ups.yaml")));
        Path bad = folder.resolve("bad.yaml");
        Files.writeString(
                bad,
                good.replace("kind: psu", "kind: pus")
                        .replace("of: watts", "of: wats")
                        .replace("members: [module]", "members: [modul]"));
        CliRun run = CliRun.of(Map.of(), "profile", "check", bad.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("bad.yaml:9:11: components.module.kind: expected one of host, psu")
                .contains("did you mean 'psu'?")
                .contains("no field 'wats'; did you mean 'watts'?")
                .contains("no component rule 'modul'; did you mean 'module'?");
    }

    @Test
    void aRecordedWalkGivesTheReportOfAProbe() throws URISyntaxException {
        CliRun run =
                CliRun.of(
                        Map.of(),
                        "profile",
                        "test",
                        resource("acme-ups.yaml"),
                        resource("acme-ups.walk.txt"),
                        "--format",
                        "json");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\"vendor\" : \"Acme\"")
                .contains("\"model\" : \"Anvil 9000\"")
                .contains("\"key\" : \"1.3.6.1.4.1.99999.7.2.1.2.2\"")
                .contains("\"redundancy\" : \"none\"");
    }

    @Test
    void aWalkOfAnotherDeviceIsTriedAndSaid() throws IOException, URISyntaxException {
        Path other = folder.resolve("other.snmprec");
        Files.writeString(
                other, "1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.1\n1.3.6.1.2.1.1.1.0|4|else\nrubbish\n");
        CliRun run =
                CliRun.of(Map.of(), "profile", "test", resource("acme-ups.yaml"), other.toString());
        assertThat(run.err())
                .contains("left out: record 3")
                .contains("would not be used for this device: its sysObjectID is 1.3.6.1.4.1.1");
    }

    @Test
    void aWalkThatIsNotThereIsSaid() throws URISyntaxException {
        CliRun run =
                CliRun.of(Map.of(), "profile", "test", resource("acme-ups.yaml"), "/no/such/walk");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("cannot read the walk /no/such/walk").contains("to do:");
    }

    private static String resource(String file) throws URISyntaxException {
        return Path.of(
                        Objects.requireNonNull(
                                        ProfileCommandTest.class.getResource(
                                                "/io/holdfast/cli/profile/" + file))
                                .toURI())
                .toString();
    }
}
