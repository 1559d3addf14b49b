package io.holdfast.cli.up;

import io.holdfast.core.time.Ticker;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.Report;
import java.time.Duration;
import java.util.List;

/**
 * Decides when a first report is whole: the agent is heard, and nothing has come for a while.
 *
 * <p>Slow probes (a disk that answers late) come later, as changes.
 */
final class Settling {

    /** From one look at the report to the next. */
    static final Duration INTERVAL = Duration.ofMillis(100);

    /** How long a machine under load may take until its agent is heard at all. */
    static final Duration HEARD = Duration.ofSeconds(60);

    private static final Duration QUIET = Duration.ofMillis(600);

    private final Ticker ticker;
    private final long began;
    private final Duration patience;
    private List<Integer> shape = List.of();
    private long changed;

    /**
     * Begins now.
     *
     * @param patience how long a report that keeps growing is waited for
     */
    Settling(Ticker ticker, Duration patience) {
        this.ticker = ticker;
        this.patience = patience;
        began = ticker.nanos();
        changed = began;
    }

    /** Whether this report, the latest, is to be shown. */
    boolean settled(Report report) {
        long now = ticker.nanos();
        List<Integer> seen = shape(report);
        if (!seen.equals(shape)) {
            shape = seen;
            changed = now;
        }
        boolean heard = heard(report);
        boolean quiet = now - changed >= QUIET.toNanos();
        Duration waited = Duration.ofNanos(now - began);
        boolean late = waited.compareTo(patience) >= 0;
        return (heard && (quiet || late)) || waited.compareTo(HEARD) >= 0;
    }

    /** Whether an agent has told of a machine. */
    static boolean heard(Report report) {
        return report.hosts().stream()
                .anyMatch(host -> connected(host) && !host.components().isEmpty());
    }

    private static boolean connected(HostReport host) {
        return host.agent()
                .filter(agent -> agent.state() == AgentReport.State.CONNECTED)
                .isPresent();
    }

    private static List<Integer> shape(Report report) {
        return report.hosts().stream()
                .flatMap(
                        host ->
                                List.of(
                                        host.components().size(),
                                        host.groups().size(),
                                        host.silent().size())
                                        .stream())
                .toList();
    }
}
