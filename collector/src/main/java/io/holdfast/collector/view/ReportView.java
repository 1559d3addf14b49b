package io.holdfast.collector.view;

import java.time.Instant;
import java.util.List;

/**
 * Everything that is known at a moment.
 *
 * @param at when the report was made; ages count from here
 * @param hosts every host that ever had an agent and was not removed, in order
 */
public record ReportView(Instant at, List<HostView> hosts) {
    public ReportView {
        hosts = List.copyOf(hosts);
    }
}
