package io.holdfast.agent.devices.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ChildrenCpuTest {

    @Test
    void aNameWithSpacesAndParenthesesDoesNotShiftTheFields() {
        String stat = "42 (ja) va (x) S 1 42 42 0 -1 4194304 9 8 7 6 500 60 70 5 20 0 1 0 99";
        assertThat(ChildrenCpu.decode(stat)).contains(Duration.ofMillis(750));
    }

    @Test
    void whatIsNoStatHasNoTime() {
        assertThat(ChildrenCpu.decode("")).isEmpty();
        assertThat(ChildrenCpu.decode("42 (java) S 1 2")).isEmpty();
        assertThat(ChildrenCpu.decode("42 (java) S 1 42 42 0 -1 4194304 9 8 7 6 5 6 x y 20"))
                .isEmpty();
    }
}
