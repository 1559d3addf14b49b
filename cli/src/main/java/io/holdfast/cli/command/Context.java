package io.holdfast.cli.command;

import io.holdfast.cli.Pause;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.core.time.Ticker;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the commands are handed of the world.
 *
 * @param environment the process's environment
 * @param terminal what is known of where output goes
 * @param out where answers go
 * @param err where errors and progress go
 * @param clock the time
 * @param ticker for durations
 * @param pause the means to wait
 * @param random makes keys
 * @param zone the zone in which times are told
 * @param installation where the programs are; empty where the command runs alone
 */
public record Context(
        Map<String, String> environment,
        Terminal terminal,
        PrintStream out,
        PrintStream err,
        InstantSource clock,
        Ticker ticker,
        Pause pause,
        Supplier<SecureRandom> random,
        ZoneId zone,
        Optional<Installation> installation) {

    /**
     * Where the programs of this installation are.
     *
     * @param run the directory of jars, with a list of jars for each program
     * @param flags the directory of each program's JVM flags
     * @param java the JVM
     */
    public record Installation(Path run, Path flags, Path java) {}

    /** A variable of the environment that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
