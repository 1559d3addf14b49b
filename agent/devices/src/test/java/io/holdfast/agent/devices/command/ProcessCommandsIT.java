package io.holdfast.agent.devices.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.agent.devices.linux.SysTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs: shell scripts that this test writes. */
final class ProcessCommandsIT {

    private static final Duration PLENTY = Duration.ofSeconds(30);

    @TempDir Path folder;

    private ProcessCommands commands;

    @BeforeEach
    void make() {
        commands =
                new ProcessCommands(new ProgramFolders(List.of(folder)), 1000, ProcessTree::kill);
    }

    @Test
    void bothOutputsAndTheExitCodeComeBack() throws Exception {
        script("talk", "echo out $1; echo err >&2; exit 5");
        assertThat(commands.run(command("talk", PLENTY, "word")))
                .isEqualTo(new Outcome.Finished(5, "out word\n", "err\n"));
    }

    @Test
    void childrenSpeakTheCLocale() throws Exception {
        script("locale", "echo $LC_ALL $LANG; env | grep -c '^LC_'");
        assertThat(commands.run(command("locale", PLENTY)))
                .isEqualTo(new Outcome.Finished(0, "C C\n1\n", ""));
    }

    @Test
    void childrenHaveNoInput() throws Exception {
        script("read", "cat; echo end");
        assertThat(commands.run(command("read", PLENTY)))
                .isEqualTo(new Outcome.Finished(0, "end\n", ""));
    }

    @Test
    void aMissingProgramAndOneWithoutPermissionAreToldApart() throws Exception {
        Files.writeString(folder.resolve("locked"), "#!/bin/sh\n");
        assertThat(commands.run(command("nowhere", PLENTY)))
                .isEqualTo(new Outcome.NotInstalled("nowhere"));
        assertThat(commands.run(command("locked", PLENTY)))
                .isEqualTo(new Outcome.NotPermitted("locked"));
    }

    @Test
    void atItsDeadlineAProgramDiesWithItsChildren() throws Exception {
        Path pids = folder.resolve("pids");
        script("hang", "sleep 1000 & echo $! > " + pids + "; (sleep 1000; true)");
        assertThat(commands.run(command("hang", Duration.ofSeconds(2))))
                .isInstanceOf(Outcome.TimedOut.class);
        Optional<ProcessHandle> child =
                ProcessHandle.of(Long.parseLong(Files.readString(pids).strip()));
        // It is init that buries it, in its own time.
        assertThat(child.map(handle -> handle.onExit().orTimeout(20, TimeUnit.SECONDS).join()))
                .satisfiesAnyOf(
                        dead -> assertThat(dead).isEmpty(),
                        dead -> assertThat(dead).get().matches(handle -> !handle.isAlive()));
    }

    @Test
    void whatCannotBeKilledIsNotStartedAgainForTheSameTarget() throws Exception {
        // No test can make a process hang in the kernel: this one's killer does nothing.
        ProcessCommands powerless =
                new ProcessCommands(new ProgramFolders(List.of(folder)), 1000, process -> {});
        Path pid = folder.resolve("pid");
        script("hang", "echo $$ > " + pid + "; exec sleep 1000");
        script("other", "echo out");
        Duration aMoment = Duration.ofSeconds(1);
        assertThat(powerless.run(command("hang", aMoment))).isInstanceOf(Outcome.TimedOut.class);
        long stuck = Long.parseLong(Files.readString(pid).strip());
        assertThat(powerless.run(command("hang", aMoment)))
                .isInstanceOfSatisfying(
                        Outcome.StillStuck.class, o -> assertThat(o.pid()).isEqualTo(stuck));
        assertThat(powerless.run(command("other", PLENTY))).isInstanceOf(Outcome.Finished.class);
        ProcessHandle child = ProcessHandle.of(stuck).orElseThrow();
        child.destroyForcibly();
        child.onExit().get();
        script("hang", "echo free");
        assertThat(powerless.run(command("hang", PLENTY)))
                .isEqualTo(new Outcome.Finished(0, "free\n", ""));
    }

    @Test
    void tooMuchOutputEndsTheProgram() throws Exception {
        script("chatter", "while :; do echo 0123456789; done");
        assertThat(commands.run(command("chatter", PLENTY)))
                .isInstanceOf(Outcome.TooMuchOutput.class);
    }

    @Test
    void aChildThatKeepsTheOutputOpenDoesNotHoldUsUp() throws Exception {
        Path pid = folder.resolve("pid");
        script("leave", "echo out; sleep 1000 & echo $! > " + pid);
        assertThat(commands.run(command("leave", PLENTY)))
                .isEqualTo(new Outcome.Finished(0, "out\n", ""));
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void anInterruptKillsTheProgram() throws Exception {
        Path pid = folder.resolve("pid");
        script("wait", "echo $$ > " + pid + "; exec sleep 1000");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome> run = threads.submit(() -> commands.run(command("wait", PLENTY)));
            while (!Files.exists(pid) || Files.size(pid) == 0) {
                Thread.onSpinWait();
            }
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
            threads.shutdownNow();
            assertThatThrownBy(run::get).hasCauseInstanceOf(InterruptedException.class);
            assertThat(child.onExit().get()).isNotNull();
        }
    }

    @Test
    void theCpuOfChildrenIsCounted() throws Exception {
        Duration before = ChildrenCpu.soFar(SysTree.live()).orElseThrow();
        script("work", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done");
        assertThat(commands.run(command("work", PLENTY))).isInstanceOf(Outcome.Finished.class);
        assertThat(ChildrenCpu.soFar(SysTree.live()).orElseThrow()).isGreaterThan(before);
    }

    private static Command command(String program, Duration deadline, String... arguments) {
        return new Command(program, List.of(arguments), "test", deadline);
    }

    private void script(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
