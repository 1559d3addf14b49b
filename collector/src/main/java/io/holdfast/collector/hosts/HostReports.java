package io.holdfast.collector.hosts;

import io.holdfast.collector.operations.Devices;
import io.holdfast.collector.operations.Reports;
import io.holdfast.collector.view.AgentView;
import io.holdfast.collector.view.DeviceView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.ReportView;
import io.holdfast.core.component.HostId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports on the hosts, asked for by other threads; a few hosts at a time, so that agents need not
 * wait for a long report.
 */
public final class HostReports implements Reports, Devices {

    /** The longest wait for an answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    static final int AT_ONCE = 20;

    private final Hosts hosts;
    private final Mailbox mailbox;
    private final InstantSource clock;

    public HostReports(Hosts hosts, Mailbox mailbox, InstantSource clock) {
        this.hosts = hosts;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public ReportView report() {
        List<HostId> all = mailbox.ask(hosts::all, PATIENCE);
        List<HostView> views = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<HostId> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            views.addAll(
                    mailbox.ask(
                            () -> some.stream().flatMap(h -> hosts.view(h).stream()).toList(),
                            PATIENCE));
        }
        return new ReportView(clock.instant(), views);
    }

    @Override
    public Optional<HostView> host(HostId host) {
        return mailbox.ask(() -> hosts.view(host), PATIENCE);
    }

    @Override
    public List<AgentView> agents() {
        return mailbox.ask(hosts::agents, PATIENCE);
    }

    @Override
    public List<DeviceView> devices() {
        return mailbox.ask(hosts::devices, PATIENCE);
    }
}
