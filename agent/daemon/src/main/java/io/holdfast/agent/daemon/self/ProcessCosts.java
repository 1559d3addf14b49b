package io.holdfast.agent.daemon.self;

import io.holdfast.agent.devices.linux.SysTree;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this process takes of its machine.
 *
 * @param rssBytes resident memory
 * @param cpu of the process and its ended children, since its start
 */
public record ProcessCosts(long rssBytes, Duration cpu) {

    private static final String STAT = "/proc/self/stat";
    private static final String STATUS = "/proc/self/status";

    /** {@code USER_HZ}: 100 on every architecture that Linux still supports. */
    private static final long MILLIS_PER_TICK = 10;

    // Fields of proc_pid_stat(5), counted from the state that follows the name in parentheses.
    private static final int UTIME = 11;
    private static final int CSTIME = 14;

    private static final Pattern RSS = Pattern.compile("(?m)^VmRSS:\\s+(\\d{1,12}) kB$");

    /** The costs so far; 0 where the kernel does not tell. */
    public static ProcessCosts soFar(SysTree tree) {
        return decode(tree.text(STAT).orElse(""), tree.text(STATUS).orElse(""));
    }

    /**
     * @param stat proc_pid_stat(5)
     * @param status proc_pid_status(5)
     */
    static ProcessCosts decode(String stat, String status) {
        Matcher rss = RSS.matcher(status);
        long bytes = rss.find() ? Long.parseLong(rss.group(1)) << 10 : 0;
        return new ProcessCosts(bytes, cpu(stat));
    }

    private static Duration cpu(String stat) {
        // The name may hold spaces and parentheses: the fields begin after the last one.
        int name = stat.lastIndexOf(')');
        String[] fields = name < 0 ? new String[0] : stat.substring(name + 1).strip().split(" +");
        if (fields.length <= CSTIME) {
            return Duration.ZERO;
        }
        try {
            long ticks = 0;
            for (int field = UTIME; field <= CSTIME; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofMillis(ticks * MILLIS_PER_TICK);
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }
}
