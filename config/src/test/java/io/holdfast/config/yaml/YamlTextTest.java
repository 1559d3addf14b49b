package io.holdfast.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

    private static final String PIECES = "aZ09:-[]{},&*!|>'\"#%@`?~<= \n\t\u00e9\u0000\ufeff";

    @Test
    void keysAndValuesKnowTheirPlaces() {
        Problems problems = new Problems();
        Node root = YamlText.read("f", "a: 1\nbb:\n  - x\n  - \u00e4: y\n", problems).orElseThrow();

        Node.Mapping top = (Node.Mapping) root;
        assertThat(top.entries()).map(Node.Entry::key).containsExactly("a", "bb");
        assertThat(top.entries().get(1).at()).hasToString("f:2:1");
        Node.Sequence list = (Node.Sequence) top.entries().get(1).value();
        assertThat(list.items())
                .map(Node::at)
                .map(Position::toString)
                .containsExactly("f:3:5", "f:4:5");
        assertThat(((Node.Mapping) list.items().get(1)).entries().getFirst().value().at())
                .hasToString("f:4:8");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void anAliasIsItsAnchor() {
        Problems problems = new Problems();
        Node root = YamlText.read("f", "a: &x {k: v}\nb: *x\n", problems).orElseThrow();
        Node.Mapping top = (Node.Mapping) root;
        assertThat(top.entries().get(1).value()).isEqualTo(top.entries().get(0).value());
    }

    @Test
    void tooLongATextIsNotEvenParsed() {
        Problems problems = new Problems();
        assertThat(YamlText.read("f", "x".repeat(YamlText.LONGEST + 1), problems)).isEmpty();
        assertThat(problems.inOrder())
                .containsExactly(
                        new Problem(
                                Position.startOf("f"),
                                "expected at most 1048576 characters of YAML"));
    }

    @Test
    void nestingThatWouldOverflowTheStackIsAProblem() {
        Problems problems = new Problems();
        assertThat(YamlText.read("f", "[".repeat(500_000), problems)).isEmpty();
        assertThat(problems.inOrder()).hasSize(1);
    }

    /** Whatever stands in a file, reading ends with a tree or with a problem. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mutatedSamplesNeverThrow(long seed) throws IOException {
        String sample = Files.readString(Path.of("samples/agent.yaml"));
        Random random = new Random(seed);
        for (int round = 0; round < 250; round++) {
            String text = mutate(sample, random);
            Problems problems = new Problems();
            assertThatCode(() -> Section.top("f", text, problems).ifPresent(Section::finish))
                    .as("seed %s, round %s:%n%s", seed, round, text)
                    .doesNotThrowAnyException();
            assertThat(problems.isEmpty()).as("seed %s, round %s", seed, round).isFalse();
        }
    }

    private static String mutate(String sample, Random random) {
        StringBuilder text = new StringBuilder(sample);
        int edits = 1 + random.nextInt(8);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(text.length());
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, piece);
                case 1 -> text.insert(at, piece);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
                default -> throw new AssertionError();
            }
        }
        return text.toString();
    }
}
