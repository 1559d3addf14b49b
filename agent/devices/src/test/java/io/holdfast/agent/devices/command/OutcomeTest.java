package io.holdfast.agent.devices.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.observation.Silence;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeTest {

    private static final Command COMMAND =
            new Command("smartctl", List.of("-a", "/dev/sda"), "/dev/sda", Duration.ofSeconds(2));

    @Test
    void everyOutcomeSaysWhyThereIsNoAnswer() {
        assertThat(new Outcome.NotInstalled("smartctl").silence("install smartmontools"))
                .isEqualTo(
                        new Silence(
                                Silence.Cause.NOT_INSTALLED,
                                "smartctl is not installed",
                                "install smartmontools"));
        assertThat(new Outcome.TimedOut(COMMAND).silence("").detail())
                .isEqualTo("smartctl -a /dev/sda did not end in 2.0 s");
        assertThat(new Outcome.StillStuck(COMMAND, 7).silence("").detail())
                .isEqualTo(
                        "an earlier smartctl /dev/sda (pid 7) was killed and still hangs in the"
                                + " kernel");
        assertThat(new Outcome.Finished(2, "", "no such device\nmore").silence("").detail())
                .isEqualTo("ended with code 2: no such device");
    }
}
