package io.holdfast.collector.topology;

import io.holdfast.collector.operations.Reports;
import io.holdfast.collector.operations.Topologies;
import io.holdfast.collector.view.ComponentView;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.ReportView;
import io.holdfast.collector.view.TopologyView;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.time.Ticker;
import io.holdfast.core.topology.Assembly;
import io.holdfast.core.topology.Declared;
import io.holdfast.core.topology.Estate;
import io.holdfast.core.topology.HostFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Draws the graph when it is asked for, on the asker's thread: the hosts' thread only gives the
 * pictures of a few hosts at a time.
 *
 * <p>The graph itself is drawn anew only where parts, groups or settings have changed; how it
 * stands is taken in anew each time, and kept for a moment, so that many askers cost as much as
 * one.
 */
public final class Cartographer implements Topologies {

    /** An answer may be this old: much less than any look at hardware. */
    static final Duration KEPT = Duration.ofSeconds(1);

    private final Reports reports;
    private final Supplier<Declared> declared;
    private final Ticker ticker;
    private Optional<Drawn> drawn = Optional.empty();
    private Optional<Taken> taken = Optional.empty();

    public Cartographer(Reports reports, Supplier<Declared> declared, Ticker ticker) {
        this.reports = reports;
        this.declared = declared;
        this.ticker = ticker;
    }

    /** A graph, and what it was drawn from. */
    private record Drawn(Declared declared, List<HostFacts> facts, Estate estate) {}

    /** An answer, and when it was made. */
    private record Taken(Declared declared, TopologyView view, long nanos) {}

    @Override
    public synchronized TopologyView topology() {
        Declared now = declared.get();
        long nanos = ticker.nanos();
        return taken.filter(t -> nanos - t.nanos() < KEPT.toNanos() && t.declared().equals(now))
                .map(Taken::view)
                .orElseGet(() -> take(now, nanos));
    }

    private TopologyView take(Declared now, long nanos) {
        ReportView report = reports.report();
        List<HostFacts> facts = report.hosts().stream().map(Cartographer::facts).toList();
        Drawn map =
                drawn.filter(d -> d.declared().equals(now) && d.facts().equals(facts))
                        .orElseGet(() -> new Drawn(now, facts, Assembly.of(now, facts)));
        drawn = Optional.of(map);
        TopologyView view = Standings.of(map.estate(), report);
        taken = Optional.of(new Taken(now, view, nanos));
        return view;
    }

    private static HostFacts facts(HostView host) {
        return new HostFacts(
                host.host(),
                host.device().map(DeviceView::kind),
                host.components().stream().map(ComponentView::component).toList(),
                host.groups().stream().map(Assessment::group).toList());
    }
}
