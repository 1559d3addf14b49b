package io.holdfast.cli.up;

import io.holdfast.cli.Failure;
import io.holdfast.cli.command.Context.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the services of this installation, started as in production: with its own list of jars,
 * its own JVM flags and its own archive of classes.
 *
 * @param name its name in the installation
 * @param mainClass where it starts
 */
public record Program(String name, String mainClass) {

    public static final Program AGENT = new Program("agent", "io.holdfast.agent.daemon.AgentMain");
    public static final Program COLLECTOR =
            new Program("collector", "io.holdfast.collector.CollectorMain");

    /** The command line that runs it. */
    public List<String> command(Installation at, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        Path packaged = at.run().resolve(name + ".packaged");
        Path flags = at.flags().resolve(name + ".jvm");
        if (Files.exists(packaged)) {
            // A Debian package: a JVM is shared, and a file has the class path.
            command.add(at.run().resolve("runtime/bin/java").toString());
            command.addAll(List.of("@" + flags, "@" + packaged));
        } else {
            command.addAll(List.of(at.java().toString(), "@" + flags));
            Path archive = at.run().resolve(name + ".jsa");
            if (Files.isReadable(archive)) {
                command.add("-XX:SharedArchiveFile=" + archive);
            }
            command.addAll(List.of("-cp", classPath(at.run())));
        }
        command.addAll(jvmOptions);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Starts it; its three streams are pipes to us. */
    Process start(Installation at, List<String> jvmOptions, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(at, jvmOptions, arguments));
        // glibc would otherwise keep an arena for each thread.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Failure(
                    "cannot start the " + name + ": " + e.getMessage(),
                    "check that " + at.java() + " is a JVM that you may run");
        }
    }

    private String classPath(Path run) {
        Path list = run.resolve(name + ".classpath");
        try {
            return Files.readAllLines(list).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> run.resolve(line).toString())
                    .collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new Failure(
                    "expected the list of jars of the " + name + " in " + list + ", found none",
                    "build it again: remove " + run + " and run ./holdfast version");
        }
    }
}
