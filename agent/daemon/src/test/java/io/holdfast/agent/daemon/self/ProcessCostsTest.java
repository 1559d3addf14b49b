package io.holdfast.agent.daemon.self;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessCostsTest {

    private static final String STAT =
            "41 (java) (x) S 1 41 41 0 -1 4194560 900 80 3 0 150 50 20 5 20 0 27 0 500 1 2 3";

    @Test
    void timeOfTheProcessAndItsChildren() {
        assertThat(ProcessCosts.decode(STAT, "Name:\tjava\nVmRSS:\t   94452 kB\nThreads:\t27\n"))
                .isEqualTo(new ProcessCosts(94_452L << 10, Duration.ofMillis(2_250)));
    }

    @Test
    void whatTheKernelDoesNotTellIsNothing() {
        assertThat(ProcessCosts.decode("", "")).isEqualTo(new ProcessCosts(0, Duration.ZERO));
        assertThat(ProcessCosts.decode("1 (a) S x x x x x x x x x x x x x x x", "VmRSS: much"))
                .isEqualTo(new ProcessCosts(0, Duration.ZERO));
    }
}
