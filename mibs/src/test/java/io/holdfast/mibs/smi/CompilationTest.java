package io.holdfast.mibs.smi;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Problem;
import io.holdfast.mibs.names.Labels;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.MibNode;
import io.holdfast.mibs.names.NodeKind;
import io.holdfast.mibs.names.ShippedNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompilationTest {

    private static final String ACME =
            """
            ACME-MIB DEFINITIONS ::= BEGIN
            IMPORTS
                MODULE-IDENTITY, OBJECT-TYPE, NOTIFICATION-TYPE, enterprises FROM SNMPv2-SMI
                TEXTUAL-CONVENTION, TruthValue FROM SNMPv2-TC;
            acme MODULE-IDENTITY
                LAST-UPDATED "202601010000Z"
                DESCRIPTION "A quoted text with a ::= and { braces } in it."
                ::= { enterprises 99999 }
            AcmeState ::= TEXTUAL-CONVENTION
                STATUS current
                DESCRIPTION "How it does."
                SYNTAX INTEGER { fine(1), broken(2), }   -- a comma too many
            acmeSupplyTable OBJECT-TYPE
                SYNTAX SEQUENCE OF AcmeSupplyEntry
                ::= { acme 1 }
            acmeSupplyEntry OBJECT-TYPE
                SYNTAX AcmeSupplyEntry
                INDEX { acmeSupplyIndex }
                ::= { acmeSupplyTable 1 }
            AcmeSupplyEntry ::= SEQUENCE { acmeSupplyState AcmeState, acmeSupplyHot TruthValue }
            acmeSupplyState OBJECT-TYPE
                SYNTAX AcmeState
                MAX-ACCESS read-only
                DEFVAL { fine }
                ::= { acmeSupplyEntry 2 }
            acmeSupplyHot OBJECT-TYPE
                SYNTAX TruthValue
                ::= { acmeSupplyEntry 3 }
            acmeFlags OBJECT-TYPE
                SYNTAX BITS { red(0), blue(1) }
                ::= { acme 2 }
            acmeSupplyFailed NOTIFICATION-TYPE
                OBJECTS { acmeSupplyState, acmeSupplyHot }
                ::= { acme 0 1 }
            END
            """;

    @Test
    void objectsGetPlacesKindsAndTheWordsOfTheirTypes() {
        Compiled compiled = compile(Map.of("acme.mib", ACME), List.of());
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.missing()).isEmpty();
        MibModule acme = compiled.modules().getFirst();
        MibNode state = node(acme, "acmeSupplyState");
        assertThat(state.oid()).hasToString("1.3.6.1.4.1.99999.1.1.2");
        assertThat(state.kind()).isEqualTo(NodeKind.COLUMN);
        assertThat(state.syntax()).isEqualTo("AcmeState");
        assertThat(state.labels().text()).isEqualTo("fine(1) broken(2)");
        assertThat(node(acme, "acmeSupplyHot").labels().text()).isEqualTo("true(1) false(2)");
        assertThat(node(acme, "acmeSupplyTable").kind()).isEqualTo(NodeKind.TABLE);
        assertThat(node(acme, "acmeSupplyEntry").kind()).isEqualTo(NodeKind.ROW);
        assertThat(node(acme, "acmeFlags").labels())
                .isEqualTo(new Labels(true, new TreeMap<>(Map.of(0, "red", 1, "blue"))));
        MibNode failed = node(acme, "acmeSupplyFailed");
        assertThat(failed.oid()).hasToString("1.3.6.1.4.1.99999.0.1");
        assertThat(failed.objects())
                .containsExactly(state.oid(), node(acme, "acmeSupplyHot").oid());
    }

    @Test
    void trapsOfTheFirstVersionAreWhereTheSecondHasThem() {
        Compiled compiled =
                compile(
                        Map.of(
                                "old.mib",
                                """
                                OLD-MIB DEFINITIONS ::= BEGIN
                                IMPORTS enterprises FROM RFC1155-SMI TRAP-TYPE FROM RFC-1215;
                                old OBJECT IDENTIFIER ::= { iso org(3) dod(6) 1 4 1 77 }
                                snmp OBJECT IDENTIFIER ::= { 1 3 6 1 2 1 11 }
                                onBattery TRAP-TYPE
                                    ENTERPRISE old
                                    VARIABLES { load }
                                    DESCRIPTION "On battery."
                                    --#TYPE "a directive of another tool"
                                    ::= 5
                                linkGone TRAP-TYPE ENTERPRISE snmp ::= 2
                                load OBJECT-TYPE SYNTAX INTEGER (0..100) ACCESS read-only
                                    STATUS mandatory ::= { old 1 }
                                END
                                """),
                        List.of());
        MibModule old = compiled.modules().getFirst();
        assertThat(node(old, "onBattery").oid()).hasToString("1.3.6.1.4.1.77.0.5");
        assertThat(node(old, "onBattery").objects()).containsExactly(node(old, "load").oid());
        assertThat(node(old, "linkGone").oid()).hasToString("1.3.6.1.6.3.1.1.5.3");
        assertThat(node(old, "dod").oid()).hasToString("1.3.6");
        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.missing()).isEmpty();
    }

    @Test
    void whatIsMissingIsToldOnceForAllThatNeedIt() {
        String leaf =
                """
                LEAF-MIB DEFINITIONS ::= BEGIN
                IMPORTS root, RootState FROM ROOT-MIB;
                leaf OBJECT IDENTIFIER ::= { root 1 }
                leafState OBJECT-TYPE SYNTAX RootState ::= { leaf 1 }
                lost OBJECT IDENTIFIER ::= { nowhere 1 }
                END
                """;
        Compiled compiled = compile(Map.of("leaf.mib", leaf), List.of());
        assertThat(compiled.missing())
                .singleElement()
                .satisfies(
                        missing -> {
                            assertThat(missing.module()).isEqualTo("ROOT-MIB");
                            assertThat(missing.neededBy()).containsExactly("LEAF-MIB");
                            assertThat(missing.names()).containsExactly("RootState", "root");
                        });
        assertThat(compiled.unplaced()).isEqualTo(3);
        assertThat(compiled.problems())
                .map(Problem::toString)
                .containsExactly(
                        "leaf.mib:5:1: expected a known parent of lost, found 'nowhere', which is"
                                + " neither defined nor imported");
        String root =
                """
                ROOT-MIB DEFINITIONS ::= BEGIN
                root OBJECT IDENTIFIER ::= { enterprises 5 }
                RootState ::= INTEGER { on(1) off(0) }
                END
                """;
        List<MibModule> known = compile(Map.of("root.mib", root), List.of()).modules();
        Compiled again = compile(Map.of("leaf.mib", leaf), known);
        assertThat(again.missing()).isEmpty();
        assertThat(node(again.modules().getFirst(), "leafState").labels().text())
                .isEqualTo("off(0) on(1)");
    }

    @Test
    void whatCannotBeReadIsToldAndTheRestIsRead() {
        Compiled compiled =
                compile(
                        Map.of(
                                "torn.mib",
                                """
                                TORN-MIB DEFINITIONS ::= BEGIN
                                torn OBJECT IDENTIFIER ::= { enterprises 6 }
                                tornHalf OBJECT-TYPE
                                    SYNTAX INTEGER
                                    STATUS current
                                tornWhole OBJECT-TYPE
                                    SYNTAX INTEGER
                                    ::= { torn 2 }
                                tornRound OBJECT IDENTIFIER ::= { tornSquare 1 }
                                tornSquare OBJECT IDENTIFIER ::= { tornRound 1 }
                                tornBig OBJECT IDENTIFIER ::= { torn 99999999999 }
                                """),
                        List.of());
        assertThat(compiled.problems())
                .map(Problem::toString)
                .containsExactly(
                        "torn.mib:1:1: expected END at the end of the module TORN-MIB, found none",
                        "torn.mib:3:1: expected ::= in the definition of tornHalf, found none",
                        "torn.mib:11:1: expected a place such as { parent 1 } for tornBig");
        assertThat(compiled.modules().getFirst().nodes())
                .map(MibNode::name)
                .containsExactly("torn", "tornWhole");
        assertThat(compiled.unplaced()).isEqualTo(2);
    }

    @Test
    void aTextThatIsNoMibSaysSo() {
        assertThat(compile(Map.of("x.txt", "Dear customer,"), List.of()).problems())
                .map(Problem::toString)
                .containsExactly(
                        "x.txt:1:1: expected a MIB module 'NAME DEFINITIONS ::= BEGIN', found none");
    }

    @Test
    void ourOwnNamesAreThoseOfOurMib() throws IOException {
        try (var in =
                Objects.requireNonNull(
                        ShippedNames.class.getResourceAsStream(
                                "/io/holdfast/mibs/HOLDFAST-MIB.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Compiled compiled = compile(Map.of("HOLDFAST-MIB.txt", text), List.of());
            assertThat(compiled.problems()).isEmpty();
            assertThat(ShippedNames.modules()).contains(compiled.modules().getFirst());
        }
    }

    private static Compiled compile(Map<String, String> texts, List<MibModule> known) {
        return Compilation.of(new TreeMap<>(texts), known);
    }

    private static MibNode node(MibModule module, String name) {
        return module.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
