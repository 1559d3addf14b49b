package io.holdfast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private static final Terminal NARROW = new Terminal(40, false, Glyphs.UNICODE);

    @Test
    void longTextWrapsUnderItsIndent() {
        String text =
                new Page(NARROW)
                        .flow(
                                2,
                                4,
                                List.of(Cell.of("one two three four five six seven eight nine")))
                        .text();

        assertThat(text).isEqualTo("  one two three four five six seven\n    eight nine\n");
    }

    @Test
    void columnsStandUnderEachOtherAndTheLastWraps() {
        String text =
                new Page(NARROW)
                        .table(
                                1,
                                List.of(
                                        List.of(Cell.of("a"), Cell.of("bb"), Cell.of("x")),
                                        List.of(
                                                Cell.of("aaa"),
                                                Cell.of(""),
                                                Cell.of("some words that need two lines here"))))
                        .text();

        assertThat(text)
                .isEqualTo(
                        """
                         a    bb  x
                         aaa      some words that need two lines
                                  here
                        """);
    }

    @Test
    void aLastColumnWithoutRoomGetsItsOwnLine() {
        String text =
                new Page(NARROW)
                        .table(
                                0,
                                List.of(
                                        List.of(
                                                Cell.of("a-name-of-thirty-characters-xx"),
                                                Cell.of("what is to be said of it"))))
                        .text();

        assertThat(text)
                .isEqualTo("a-name-of-thirty-characters-xx\n    what is to be said of it\n");
    }

    @Test
    void coloursAreWrappedAroundTextAndTakeNoRoom() {
        Terminal coloured = new Terminal(40, true, Glyphs.UNICODE);

        String text = new Page(coloured).line(0, new Cell("BAD", Tone.BAD), Cell.of("eth0")).text();

        assertThat(text).isEqualTo("\033[1;31mBAD\033[0m eth0\n");
    }

    @Test
    void whatADeviceSaysCannotSteerTheTerminal() {
        String text = new Page(NARROW).line(0, Cell.of("SSD\033[2J\u202e\u0007x\ny")).text();

        assertThat(text).isEqualTo("SSD?[2J??x?y\n");
    }

    @Test
    void plainTerminalsGetPlainCharacters() {
        Terminal serial = new Terminal(40, false, Glyphs.ASCII);

        assertThat(new Page(serial).line(0, Cell.of("1 → 0, 34 °C, ü")).text())
                .isEqualTo("1 -> 0, 34 C, ?\n");
    }

    @ParameterizedTest
    @CsvSource({
        "xterm-256color,,true,UNICODE",
        "xterm,1,false,UNICODE",
        "dumb,,false,ASCII",
        "vt220,,true,ASCII",
        "linux,,true,UNICODE"
    })
    void theEnvironmentDecides(String term, String noColor, boolean colours, Glyphs glyphs) {
        Map<String, String> environment =
                noColor == null ? Map.of("TERM", term) : Map.of("TERM", term, "NO_COLOR", noColor);

        Terminal terminal = Terminal.of(environment, true, Optional.of(90));

        assertThat(terminal).isEqualTo(new Terminal(90, colours, glyphs));
    }

    @Test
    void aPipeGetsNoColoursWhateverTheEnvironmentSays() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"), false, Optional.empty()))
                .isEqualTo(Terminal.NONE);
    }
}
