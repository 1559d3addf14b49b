package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MibCommandTest {

    private static final String ROOT =
            """
            ROOT-MIB DEFINITIONS ::= BEGIN
            IMPORTS enterprises FROM SNMPv2-SMI;
            root OBJECT IDENTIFIER ::= { enterprises 99 }
            END
            """;

    private static final String LEAF =
            """
            LEAF-MIB DEFINITIONS ::= BEGIN
            IMPORTS root FROM ROOT-MIB;
            leafState OBJECT-TYPE SYNTAX INTEGER { fine(1), broken(2) } ::= { root 1 }
            leafBroke NOTIFICATION-TYPE OBJECTS { leafState } ::= { root 0 1 }
            END
            """;

    @TempDir private Path folder = Path.of("");

    private Path into = Path.of("");
    private Path leaf = Path.of("");

    @BeforeEach
    void texts() throws IOException {
        into = folder.resolve("names");
        leaf =
                Files.writeString(
                        Files.createDirectory(folder.resolve("mibs")).resolve("leaf"), LEAF);
    }

    @Test
    void whatIsMissingIsSaidWithWhatToDo() {
        CliRun run = mib("import", leaf.toString(), "--into", into.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo(
                        """
                        LEAF-MIB: 0 objects, 0 notifications, 0 types
                        1 modules in %s
                        missing: ROOT-MIB, of which LEAF-MIB wants root
                          to do: get ROOT-MIB from where the MIB came from, and import it together with LEAF-MIB
                        2 objects have no place in the tree because of that
                        """
                                .formatted(into));
    }

    @Test
    void aFolderIsImportedAndTranslatesBothWays() throws IOException {
        Files.writeString(leaf.resolveSibling("root.txt"), ROOT);
        Files.writeString(leaf.resolveSibling("README"), "not a MIB");
        CliRun run = mib("import", leaf.resolveSibling("").toString(), "--into", into.toString());
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        LEAF-MIB: 1 objects, 1 notifications, 0 types
                        ROOT-MIB: 0 objects, 0 notifications, 0 types
                        2 modules in %s
                        1 files are no MIB texts
                        """
                                .formatted(into));
        assertThat(mib("show", "leafState.0", "--mibs", into.toString()).out())
                .isEqualTo(
                        """
                        LEAF-MIB::leafState.0 = 1.3.6.1.4.1.99.1.0
                          scalar, INTEGER
                          values: fine(1), broken(2)
                        """);
        assertThat(mib("show", "1.3.6.1.4.1.99.0.1", "--mibs", into.toString()).out())
                .isEqualTo(
                        """
                        LEAF-MIB::leafBroke = 1.3.6.1.4.1.99.0.1
                          notification
                          carries: LEAF-MIB::leafState
                        """);
        assertThat(mib("list", "--mibs", into.toString()).out())
                .contains("LEAF-MIB  1        1              0");
    }

    @Test
    void whatIsUnknownIsAnError() {
        CliRun run = mib("show", "noSuch", "--mibs", into.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("nothing named 'noSuch'").contains("holdfast mib import");
        assertThat(mib("list", "--mibs", into.toString()).out()).contains("No MIB is imported");
    }

    @Test
    void aFileThatIsNotThereImportsNothing() {
        CliRun run = mib("import", "/no/such/mib", "--into", into.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("/no/such/mib:1:1: no such file");
    }

    private static CliRun mib(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "mib";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CliRun.of(Map.of(), all);
    }
}
