package io.holdfast.agent.devices.command;

import io.holdfast.agent.devices.linux.SysTree;
import java.time.Duration;
import java.util.Optional;

/**
 * The CPU time of every child that this process has started and that has ended, their own ended
 * children included.
 *
 * <p>Source: fields 16 and 17 ({@code cutime}, {@code cstime}) of {@code /proc/self/stat}, see
 * proc_pid_stat(5); the JVM waits for each of its children, which is when the kernel adds them up.
 */
public final class ChildrenCpu {

    /** {@code USER_HZ}: 100 on every architecture that Linux still supports. */
    private static final long TICKS_PER_SECOND = 100;

    private static final String FILE = "/proc/self/stat";

    /** Where {@code cutime} is, counted from the state that follows the name in parentheses. */
    private static final int CUTIME = 13;

    private ChildrenCpu() {}

    /** The time so far, or empty where the kernel does not tell. */
    public static Optional<Duration> soFar(SysTree tree) {
        return tree.text(FILE).flatMap(ChildrenCpu::decode);
    }

    static Optional<Duration> decode(String stat) {
        // The name may hold spaces and parentheses: the fields begin after the last one.
        int name = stat.lastIndexOf(')');
        String[] fields = name < 0 ? new String[0] : stat.substring(name + 1).strip().split(" +");
        if (fields.length <= CUTIME + 1) {
            return Optional.empty();
        }
        try {
            long ticks = Long.parseLong(fields[CUTIME]) + Long.parseLong(fields[CUTIME + 1]);
            return Optional.of(Duration.ofMillis(ticks * (1000 / TICKS_PER_SECOND)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
