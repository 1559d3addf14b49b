package io.holdfast.collector;

import io.holdfast.collector.operations.Reports;
import io.holdfast.collector.view.AgentView;
import io.holdfast.collector.view.ComponentView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.ReportView;
import io.holdfast.core.component.HostId;
import io.holdfast.mibs.names.EvidenceNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reports whose evidence says what an object identifier is called, where its MIB is imported. */
record NamedReports(Reports bare, Supplier<EvidenceNames> names) implements Reports {

    @Override
    public ReportView report() {
        ReportView view = bare.report();
        return new ReportView(view.at(), view.hosts().stream().map(this::named).toList());
    }

    @Override
    public Optional<HostView> host(HostId host) {
        return bare.host(host).map(this::named);
    }

    @Override
    public List<AgentView> agents() {
        return bare.agents();
    }

    private HostView named(HostView host) {
        EvidenceNames known = names.get();
        if (known.names().modules().isEmpty()) {
            return host;
        }
        return new HostView(
                host.host(),
                host.agent(),
                host.acceptance(),
                host.components().stream().map(part -> named(part, known)).toList(),
                host.groups(),
                host.spofs(),
                host.unseen(),
                host.differences(),
                host.looks(),
                host.lastKnown(),
                host.device());
    }

    private static ComponentView named(ComponentView part, EvidenceNames known) {
        return new ComponentView(
                part.component(),
                part.probe(),
                known.named(part.observation()),
                part.standing(),
                part.confirmedAt(),
                part.accepted());
    }
}
