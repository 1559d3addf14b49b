package io.holdfast.core.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ber1/r12/db07/psu:PS1",
                "ber1/r12/db07/disk:nvme0n1",
                "ber1/r12/db07/temperature:Inlet Temp",
                "ber1/r12/sw1/port:Gi1/0/1",
                "ber1/r12/db07/fan:Fan 1A: RPM"
            })
    void textAndBack(String text) {
        assertThat(ComponentId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db07/psu:PS1",
                "ber1/r12/db07",
                "ber1/r12/db07/psu",
                "ber1/r12/db07/toaster:1",
                "ber1//db07/psu:PS1",
                "ber 1/r12/db07/psu:PS1",
                "ber1/r12/db07/psu:",
                "ber1/r12/db07/psu:a\u0000b"
            })
    void refusesWhatIsNoComponent(String text) {
        assertThatThrownBy(() -> ComponentId.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusalSaysWhatWasExpectedAndFound() {
        assertThatThrownBy(() -> ComponentId.parse("db07"))
                .hasMessage("expected a component as site/rack/host/kind:name, found 'db07'");
    }

    @Test
    void everyKindsWordReadsBack() {
        for (Kind kind : Kind.values()) {
            assertThat(Kind.ofWord(kind.word())).contains(kind);
        }
    }

    @Test
    void ordersByHostThenKindThenName() {
        ComponentId psu = ComponentId.parse("a/b/c/psu:2");
        assertThat(psu).isGreaterThan(ComponentId.parse("a/b/c/psu:1"));
        assertThat(psu).isLessThan(ComponentId.parse("a/b/c/fan:1"));
        assertThat(psu).isLessThan(ComponentId.parse("a/b/d/psu:1"));
    }
}
