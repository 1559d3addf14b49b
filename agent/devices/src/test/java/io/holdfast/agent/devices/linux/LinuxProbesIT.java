package io.holdfast.agent.devices.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.command.ProcessCommands;
import io.holdfast.agent.devices.command.ProgramFolders;
import io.holdfast.agent.devices.linux.net.NetProbe;
import io.holdfast.core.component.HostId;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.ManualTime;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All probes on the very machine that runs the test, whatever it has. */
final class LinuxProbesIT {

    private final ManualTime time = ManualTime.start();
    private final List<ScheduledProbe> probes =
            LinuxProbes.all(
                    new HostId("s", "r", "h"),
                    Path.of("/"),
                    time,
                    time,
                    new ProcessCommands(ProgramFolders.usual()),
                    NetProbe.Counts.HARDWARE);

    @Test
    void eachLooksWithoutTroubleAndUnderItsOwnName() throws Exception {
        Set<String> names = new HashSet<>();
        for (ScheduledProbe scheduled : probes) {
            Survey survey = scheduled.probe().look();
            assertThat(survey.probe()).isEqualTo(scheduled.probe().name());
            assertThat(names.add(survey.probe())).as(survey.probe()).isTrue();
        }
    }

    @Test
    void noTwoProbesSpeakOfTheSameComponent() throws Exception {
        Set<String> seen = new HashSet<>();
        for (ScheduledProbe scheduled : probes) {
            for (var observation : scheduled.probe().look().observations()) {
                assertThat(seen.add(observation.component().local()))
                        .as(observation.component() + " in " + scheduled.probe().name())
                        .isTrue();
            }
        }
    }
}
