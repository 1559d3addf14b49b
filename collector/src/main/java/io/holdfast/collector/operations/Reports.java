package io.holdfast.collector.operations;

import io.holdfast.collector.view.AgentView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.ReportView;
import io.holdfast.core.component.HostId;
import java.util.List;
import java.util.Optional;

/** What is known now. Each host is a whole picture; two hosts may be a moment apart. */
public interface Reports {

    /** Everything. */
    ReportView report();

    /** One host; empty where no agent ever spoke for it. */
    Optional<HostView> host(HostId host);

    /** The agents alone, cheaper than a report. */
    List<AgentView> agents();
}
