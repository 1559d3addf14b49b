package io.holdfast.agent.devices.linux.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.Recordings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bonds recorded on a Debian 6.1 kernel, replayed as the trees they were. */
final class RecordedBondTest {

    @TempDir Path root;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig(root);
    }

    private static String recorded(String name) {
        Optional<Path> folder = Recordings.folder("kernel");
        assumeTrue(folder.isPresent(), "no ../shared/recordings here: no recorded bond to replay");
        return Recordings.text(folder.orElseThrow().resolve(name));
    }

    private Survey proc(String name) {
        rig.files.file("/proc/net/bonding/bond0", recorded(name));
        return rig.look();
    }

    @Test
    void anActiveBackupBondThatIsWhole() {
        Survey survey = proc("bond-ab-ok.txt");
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.OK);
        assertThat(Rig.group(survey, "bond0").computed()).isEqualTo(Redundancy.FULL);
    }

    @Test
    void anActiveBackupBondThatLostItsFirstMember() {
        Survey survey = proc("bond-ab-failed.txt");
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.health(survey, Rig.nicId("e0"))).isEqualTo(Health.FAILED);
        assertThat(Rig.because(survey, Rig.nicId("e0")))
                .contains("/proc/net/bonding/bond0 e0 mii status=down");
        assertThat(Rig.health(survey, Rig.nicId("e1"))).isEqualTo(Health.OK);
        assertThat(Rig.group(survey, "bond0").computed()).isEqualTo(Redundancy.NONE);
        assertThat(Rig.group(survey, "bond0").singlePointOfFailure()).isTrue();
    }

    @Test
    void anAggregateThatIsWhole() {
        Survey survey = proc("bond-lacp-ok.txt");
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.OK);
        assertThat(Rig.group(survey, "bond0").spares()).isEqualTo(1);
    }

    @Test
    void anAggregateThatLostAMember() {
        Survey survey = proc("bond-lacp-degraded.txt");
        assertThat(Rig.health(survey, Rig.bondId("bond0"))).isEqualTo(Health.DEGRADED);
        assertThat(Rig.health(survey, Rig.nicId("l1"))).isEqualTo(Health.FAILED);
        assertThat(Rig.group(survey, "bond0").spares()).isZero();
    }

    @Test
    void theFilesOfABondInSysfs() {
        rig.files.dump(recorded("bond-sysfs.txt"));
        Survey survey = rig.look();
        assertThat(Rig.observation(survey, Rig.bondId("bond0")))
                .isInstanceOf(Observation.Reported.class);
        assertThat(Rig.health(survey, Rig.nicId("e0"))).isEqualTo(Health.OK);
        // The dump lists e1 as a member without any file of its own.
        assertThat(Rig.observation(survey, Rig.nicId("e1"))).isInstanceOf(Observation.Silent.class);
        assertThat(Rig.group(survey, "bond0").group().members())
                .containsExactly(Rig.nicId("e0"), Rig.nicId("e1"));
    }
}
