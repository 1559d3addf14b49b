package io.holdfast.collector.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate(new Semaphore(1), Duration.ofMillis(1));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whoFindsItFullIsRefusedBeforeAnythingIsWritten() {
        Answer.Writing inner = gate.behind(o -> o.write('x'));
        Answer.Writing outer = gate.behind(inner);
        assertThatThrownBy(() -> outer.write(out))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("at once");
        assertThat(out.size()).isZero();
    }

    @Test
    void whoFailsLeavesIt() throws IOException {
        Answer.Writing broken =
                gate.behind(
                        o -> {
                            throw new IOException("gone");
                        });
        assertThatThrownBy(() -> broken.write(out)).hasMessage("gone");
        gate.behind(o -> o.write('x')).write(out);
        assertThat(out.size()).isEqualTo(1);
    }
}
