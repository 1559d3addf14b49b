package io.holdfast.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void bothFormsNameTheFile() {
        assertThat(Arguments.of(List.of("--config", "/etc/c.yaml")).config())
                .isEqualTo(Path.of("/etc/c.yaml"));
        assertThat(Arguments.of(List.of("--config=/etc/c.yaml")).config())
                .isEqualTo(Path.of("/etc/c.yaml"));
    }

    @Test
    void anOptionIsNoFile() {
        assertThatThrownBy(() -> Arguments.of(List.of("--config", "--help")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found --help; usage: holdfast collector");
        assertThatThrownBy(() -> Arguments.of(List.of("--config=")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
