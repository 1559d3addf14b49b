package io.holdfast.mibs.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problem;
import io.holdfast.core.observation.Evidence;
import io.holdfast.mibs.object.Oid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesFileTest {

    private static final String GOOD =
            """
            holdfast-names 1 ACME-MIB
            labels integer fine(1) broken(2)
            type AcmeState INTEGER 0
            1.3.6.1.4.1.99 acme node - -
            1.3.6.1.4.1.99.0.1 acmeFailed notification - - 1.3.6.1.4.1.99.1.1.2
            1.3.6.1.4.1.99.1.1.2 acmeState column AcmeState 0
            end 5
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void aFileIsWrittenAsItWasRead() {
        assertThat(NamesText.of(good())).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    names 1 A | names 2 A | 1 | 'holdfast-names 1 MODULE', found 'holdfast-names 2 ACME-MIB'
                    fine(1) | fine(2) | 2 | WORD(NUMBER), no number twice, found 'broken(2)'
                    fine(1) | fi ne(1) | 2 | WORD(NUMBER), no number twice, found 'fi'
                    type Acme | tape Acme | 3 | 'OID NAME KIND SYNTAX LABELS [OID...]', found 'tape AcmeState INTEGER 0'
                    INTEGER 0 | INTEGER 1 | 3 | the number of one of the labels above, found '1'
                    acme node | acme knot | 4 | 'OID NAME KIND SYNTAX LABELS [OID...]', found '1.3.6.1.4.1.99 acme knot - -'
                    99.1.1.2 acme | 99.1.x.2 acme | 6 | an object identifier, found '1.3.6.1.4.1.99.1.x.2'
                    end 5 | end 6 | 7 | 'end 5' as the last line of a whole file, found 'end 6'
                    """)
    void aFileThatIsNotAsWrittenIsRefused(String right, String wrong, int line, String message) {
        assertThat(
                        NamesReader.parse(
                                        "a.names",
                                        GOOD.replaceFirst(
                                                right.replace("(", "\\(").replace(")", "\\)"),
                                                wrong))
                                .problemsIfAny())
                .map(Problem::toString)
                .containsExactly(
                        "a.names:"
                                + line
                                + ":1: expected "
                                + message
                                + "; import the MIB again: holdfast mib import");
    }

    @Test
    void aTornFileIsRefused() {
        for (int end = 0; end < GOOD.length(); end++) {
            assertThat(NamesReader.parse("a.names", GOOD.substring(0, end)))
                    .isInstanceOf(Loaded.Bad.class);
        }
    }

    @Test
    void aWrongFileOfAFolderIsToldAndTheOthersAreRead() throws IOException {
        NamesFolder.write(folder, good());
        Files.writeString(folder.resolve("B-MIB.names"), "rubbish\n");
        NamesFolder read = NamesFolder.read(folder);
        assertThat(read.modules()).containsExactly(good());
        assertThat(read.problems()).hasSize(1);
        assertThat(NamesFolder.read(folder.resolve("none")))
                .isEqualTo(new NamesFolder(List.of(), List.of()));
    }

    @Test
    void namesAreFoundBothWays() {
        MibNames names = new MibNames(List.of(good()));
        assertThat(names.find("ACME-MIB::acmeState.4.1").orElseThrow().text())
                .isEqualTo("ACME-MIB::acmeState.4.1");
        assertThat(names.find("acmeState").orElseThrow().named().node().oid())
                .isEqualTo(Oid.parse("1.3.6.1.4.1.99.1.1.2"));
        assertThat(names.find(".1.3.6.1.4.1.99.1.1.2.4.1").map(MibNames.Found::text))
                .contains("ACME-MIB::acmeState.4.1");
        assertThat(names.find("noSuch")).isEmpty();
        assertThat(names.find("1.3.6.1.4.1.98")).isEmpty();
    }

    @Test
    void evidenceIsNamedWhereItsObjectIsKnown() {
        EvidenceNames names = new EvidenceNames(new MibNames(List.of(good())));
        Evidence state = new Evidence("SNMP", "1.3.6.1.4.1.99.1.1.2.7", "2", "supply");
        assertThat(names.named(state).label()).isEqualTo("supply; ACME-MIB::acmeState.7 is broken");
        assertThat(names.named(names.named(state))).isEqualTo(names.named(state));
        Evidence other = new Evidence("SNMP", "1.3.6.1.4.1.99.5.1", "2", "");
        assertThat(names.named(other)).isEqualTo(other);
        Evidence file = Evidence.ofFile("/sys/x", "1", "");
        assertThat(names.named(file)).isEqualTo(file);
    }

    private static MibModule good() {
        return switch (NamesReader.parse("good", GOOD)) {
            case Loaded.Good<MibModule>(MibModule module) -> module;
            case Loaded.Bad<MibModule> bad -> throw new AssertionError(bad.text());
        };
    }
}
