package io.holdfast.agent.devices.command;

import io.holdfast.agent.devices.command.BoundedOutput.Draining;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Programs run as child processes.
 *
 * <p>Safe for any number of threads. A child that waits in the kernel cannot be killed; it is
 * remembered by program and target, and that pair is refused until it has ended: at most one
 * process hangs for each target, whatever the polling interval.
 */
public final class ProcessCommands implements Commands {

    /** How long a killed child may take to go before it counts as stuck. */
    static final Duration KILL_GRACE = Duration.ofMillis(500);

    /** How long outputs may stay open after the program has ended. */
    static final Duration DRAIN_GRACE = Duration.ofSeconds(1);

    private final ProgramFolders folders;
    private final int mostOutputBytes;
    private final Consumer<Process> killer;
    private final Map<String, Process> stuck = new ConcurrentHashMap<>();

    public ProcessCommands(ProgramFolders folders) {
        this(folders, MOST_OUTPUT_BYTES, ProcessTree::kill);
    }

    ProcessCommands(ProgramFolders folders, int mostOutputBytes, Consumer<Process> killer) {
        this.folders = folders;
        this.mostOutputBytes = mostOutputBytes;
        this.killer = killer;
    }

    @Override
    public boolean installed(String program) {
        return folders.find(program).isPresent();
    }

    @Override
    public Outcome run(Command command) throws InterruptedException {
        Process earlier = stuck.get(command.key());
        if (earlier != null && earlier.isAlive()) {
            return new Outcome.StillStuck(command, earlier.pid());
        }
        stuck.remove(command.key());
        Optional<Path> file = folders.find(command.program());
        if (file.isEmpty()) {
            return new Outcome.NotInstalled(command.program());
        }
        if (!Files.isExecutable(file.get())) {
            return new Outcome.NotPermitted(command.program());
        }
        try {
            return watch(command, start(command, file.get()));
        } catch (IOException e) {
            return new Outcome.Failed(command, Objects.toString(e.getMessage(), e.toString()));
        }
    }

    private static Process start(Command command, Path file) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(file.toString());
        words.addAll(command.arguments());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.directory(new File("/"));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANGUAGE"));
        environment.put("LC_ALL", "C");
        environment.put("LANG", "C");
        return builder.start();
    }

    private Outcome watch(Command command, Process process) throws InterruptedException {
        Runnable kill = () -> killer.accept(process);
        Draining out = Draining.start(process.getInputStream(), mostOutputBytes, kill);
        Draining err = Draining.start(process.getErrorStream(), mostOutputBytes, kill);
        boolean ended;
        try {
            ended = process.waitFor(command.deadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            kill.run();
            rememberIfAlive(command, process);
            throw e;
        }
        if (!ended) {
            kill.run();
            if (!process.waitFor(KILL_GRACE.toNanos(), TimeUnit.NANOSECONDS)) {
                rememberIfAlive(command, process);
            }
            return new Outcome.TimedOut(command);
        }
        return outcome(command, process.exitValue(), out, err);
    }

    private void rememberIfAlive(Command command, Process process) {
        if (process.isAlive()) {
            stuck.put(command.key(), process);
        }
    }

    private static Outcome outcome(Command command, int exitCode, Draining out, Draining err)
            throws InterruptedException {
        // Who is still reading after that waits for a child that the program left behind and that
        // holds the pipe: all that the program itself wrote has been read.
        out.thread().join(DRAIN_GRACE);
        err.thread().join(DRAIN_GRACE);
        if (out.output().tooLong() || err.output().tooLong()) {
            return new Outcome.TooMuchOutput(command);
        }
        String trouble = out.output().trouble() + err.output().trouble();
        return trouble.isEmpty()
                ? new Outcome.Finished(exitCode, out.output().text(), err.output().text())
                : new Outcome.Failed(command, trouble);
    }
}
