package io.holdfast.mibs.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the handbook tells people to write is good. */
class HandbookTest {

    private static final Path PAGE = Path.of("../docs/handbook/serial.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleIsRead() throws IOException {
        List<String> examples =
                EXAMPLE.matcher(Files.readString(PAGE))
                        .results()
                        .map(r -> r.group(1))
                        .filter(HandbookTest::isOfALine)
                        .toList();
        assertThat(examples).hasSize(2);
        for (String example : examples) {
            boolean map = example.startsWith(ModbusMaps.KEY);
            assertThat(
                            map
                                    ? ModbusMaps.parse("page", example).problemsIfAny()
                                    : ConsoleScripts.parse("page", example).problemsIfAny())
                    .isEmpty();
        }
    }

    /** Maps and scripts; the page shows devices of the collector's configuration too. */
    private static boolean isOfALine(String example) {
        return example.startsWith(ModbusMaps.KEY) || example.startsWith(ConsoleScripts.KEY);
    }
}
