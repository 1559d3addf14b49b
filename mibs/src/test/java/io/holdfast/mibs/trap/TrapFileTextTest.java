package io.holdfast.mibs.trap;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Loaded;
import org.junit.jupiter.api.Test;

class TrapFileTextTest {

    private static String problems(String text) {
        return switch (TrapFileText.parse("x.yaml", text)) {
            case Loaded.Good<TrapFile> good -> "";
            case Loaded.Bad<TrapFile> bad -> bad.text();
        };
    }

    private static final String GOOD =
            """
            module: ACME-MIB
            about: ACME
            objects:
              acmeState: 1.3.6.1.4.1.99.1.1
            notifications:
              acmeFailed:
                oid: 1.3.6.1.4.1.99.0.1
                kind: psu
                part: "{acmeState.index}"
                tells: failed
                severity: critical
                text: Failed
            """;

    @Test
    void takesWhatIsRight() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongWithItsPlace() {
        String bad =
                GOOD.replace("tells: failed", "tells: fialed")
                        .replace("kind: psu", "kind: psu\n    colour: red")
                        .replace("{acmeState.index}", "{acmeStat.index}");
        assertThat(problems(bad))
                .contains("x.yaml:10:")
                .contains("did you mean 'failed'?")
                .contains("unknown key 'colour'")
                .contains("no object 'acmeStat' in objects");
    }

    @Test
    void whatIsClearedMustBeThere() {
        assertThat(problems(GOOD + "    clears: [acmeBroken]\n"))
                .contains("in acmeFailed: no notification 'acmeBroken'");
    }

    @Test
    void casesBelongToAnObject() {
        assertThat(problems(GOOD + "    of: acmeState\n"))
                .contains("expected 'of' and 'cases' together");
    }
}
