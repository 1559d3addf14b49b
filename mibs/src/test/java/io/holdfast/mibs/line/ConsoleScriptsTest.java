package io.holdfast.mibs.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.testkit.Mutations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ConsoleScriptsTest {

    static final List<String> NAMES = ConsoleScripts.BUNDLED;

    private static final String GOOD =
            """
            console:
              name: test
              device: switch
              prompt: '^sw[>#]$'
              login: {user: 'user: $', password: 'password: $', refused: 'denied'}
              pager: {pattern: 'more$', answer: " "}
              commands:
                power:
                  send: show power
                  lines:
                    supply:
                      pattern: '^(?<name>PS\\d) (?<state>\\w+) (?<watts>\\d+)'
                      kind: psu
                      states: {Good: ok, Bad: failed}
                      otherwise: degraded unknown state
                      readings: {watts: {name: power, unit: watt}}
            """;

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyScriptOfOursIsGood(String name) {
        assertThat(ConsoleScripts.bundled(name)).isPresent();
    }

    @Test
    void whatIsWrittenIsGood() {
        ConsoleScript script = Bundled.good(ConsoleScripts.parse("x.yaml", GOOD));
        assertThat(script.line()).isEqualTo("9600-8N1");
        assertThat(script.commands()).hasSize(1);
    }

    private static String problem(String from, String to) {
        Loaded<ConsoleScript> loaded = ConsoleScripts.parse("x.yaml", GOOD.replace(from, to));
        return loaded.problemsIfAny().stream().map(Object::toString).findFirst().orElse("");
    }

    @Test
    void everyMistakeIsToldWithItsPlace() {
        assertThat(problem("'^sw[>#]$'", "'^sw[>#$'"))
                .contains("x.yaml:4:")
                .contains("a regular expression");
        assertThat(problem("(?<name>PS\\d)", "(PS\\d)")).contains("(?<name>...)");
        assertThat(problem("(?<state>\\w+)", "(\\w+)")).contains("(?<state>...)");
        assertThat(problem("(?<watts>\\d+)", "(\\d+)")).contains("(?<watts>...)");
        assertThat(problem("kind: psu", "kind: pus")).contains("did you mean 'psu'?");
        assertThat(problem("send: show power", "sent: show power")).contains("send");
        assertThat(problem("refused: 'denied'", "denied: 'x'")).contains("refused");
        assertThat(problem("Bad: failed", "Bad: broken")).contains("ok, degraded, failed");
        assertThat(problem("answer: \" \"", "answer: \"\"")).contains("1 to 4 characters");
    }

    @Test
    void damagedFilesAreRefusedAndNeverBreakTheReader() {
        Mutations.feed(List.of(GOOD), 20260308, text -> ConsoleScripts.parse("x.yaml", text));
    }
}
