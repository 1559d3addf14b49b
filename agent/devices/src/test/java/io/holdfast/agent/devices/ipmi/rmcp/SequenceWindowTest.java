package io.holdfast.agent.devices.ipmi.rmcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceWindowTest {

    private final SequenceWindow window = new SequenceWindow();

    @Test
    void takesEachNumberOnce() {
        assertThat(window.take(1)).isTrue();
        assertThat(window.take(1)).isFalse();
        assertThat(window.take(3)).isTrue();
        assertThat(window.take(2)).isTrue();
        assertThat(window.take(2)).isFalse();
    }

    @Test
    void takesNoneThatIsTooOldAndNoZero() {
        assertThat(window.take(100)).isTrue();
        assertThat(window.take(100 - SequenceWindow.WIDTH)).isFalse();
        assertThat(window.take(100 - SequenceWindow.WIDTH + 1)).isTrue();
        assertThat(window.take(0)).isFalse();
    }

    @Test
    void movesFarAhead() {
        assertThat(window.take(5)).isTrue();
        assertThat(window.take(4_000_000_000L)).isTrue();
        assertThat(window.take(5)).isFalse();
        assertThat(window.take(3_999_999_999L)).isTrue();
    }
}
