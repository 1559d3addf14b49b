package io.holdfast.mibs.smi;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.NamesReader;
import io.holdfast.mibs.names.NamesText;
import io.holdfast.mibs.names.ShippedNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a text: reading it ends, and what comes out can be written and read again. */
class RubbishTest {

    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "(",
                    ")",
                    "::=",
                    "\"",
                    "'",
                    "--",
                    ";",
                    ",",
                    "..",
                    "[",
                    "]",
                    "|",
                    "\n",
                    "END",
                    "BEGIN",
                    "IMPORTS",
                    "FROM",
                    "MACRO",
                    "SYNTAX",
                    "SEQUENCE",
                    "OF",
                    "OBJECT",
                    "IDENTIFIER",
                    "OBJECT-TYPE",
                    "TRAP-TYPE",
                    "NOTIFICATION-TYPE",
                    "ENTERPRISE",
                    "VARIABLES",
                    "OBJECTS",
                    "INDEX",
                    "BITS",
                    "INTEGER",
                    "CHOICE",
                    "IMPLICIT",
                    "TEXTUAL-CONVENTION",
                    "holdfastMIB",
                    "iso",
                    "-1",
                    "0",
                    "4294967295",
                    "4294967296",
                    "99999999999999999999",
                    "\u0000",
                    "\u00ff",
                    "x(3)");

    private static final int ROUNDS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aDamagedMibIsReadToItsEnd(long seed) throws IOException {
        Random random = new Random(seed);
        String whole = ownMib();
        for (int round = 0; round < ROUNDS; round++) {
            check(damaged(whole, random));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void piecesInAnyOrderAreReadToTheirEnd(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder("A-MIB DEFINITIONS ::= BEGIN\n");
            for (int i = random.nextInt(300); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
            }
            check(text.toString());
        }
    }

    private static String damaged(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(200));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.insert(at, text.substring(at, end));
                default -> throw new AssertionError("three ways");
            }
        }
        return text.toString();
    }

    private static void check(String text) {
        Compiled compiled = Compilation.of(new TreeMap<>(Map.of("f", text)), List.of());
        for (MibModule module : compiled.modules()) {
            assertThat(NamesReader.parse("f", NamesText.of(module)))
                    .as(text)
                    .isEqualTo(new Loaded.Good<>(module));
        }
    }

    private static String ownMib() throws IOException {
        try (var in =
                Objects.requireNonNull(
                        ShippedNames.class.getResourceAsStream(
                                "/io/holdfast/mibs/HOLDFAST-MIB.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
