package io.holdfast.collector.api.shown;

import io.holdfast.collector.view.AcceptanceView;
import io.holdfast.collector.view.ComponentView;
import io.holdfast.collector.view.HostView;
import io.holdfast.collector.view.UnseenView;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.report.ComponentFinding;
import io.holdfast.wire.api.report.HostFindings;
import io.holdfast.wire.api.report.HostReports;
import java.time.Instant;

/** A host as clients see it. */
public final class ShownHost {

    private ShownHost() {}

    /** The report of a host. */
    public static HostReport report(HostView host, Instant now) {
        return host.device()
                .map(
                        device ->
                                HostReports.ofDevice(
                                        findings(host),
                                        ShownDevice.answer(device, now),
                                        device.error(),
                                        host.acceptance().map(AcceptanceView::at),
                                        now))
                .orElseGet(() -> ofAgent(host, now));
    }

    private static HostReport ofAgent(HostView host, Instant now) {
        return HostReports.ofAgent(
                findings(host),
                ShownAgent.heard(host.agent(), now),
                host.acceptance().map(AcceptanceView::at),
                now);
    }

    private static HostFindings findings(HostView host) {
        return new HostFindings(
                host.host(),
                host.components().stream().map(ShownHost::finding).toList(),
                host.groups(),
                host.unseen().stream().map(UnseenView::unseen).toList(),
                host.differences(),
                host.lastKnown().map(last -> new HostFindings.LastKnown(last.at(), last.groups())));
    }

    private static ComponentFinding finding(ComponentView view) {
        return new ComponentFinding(
                view.component(),
                view.observation(),
                view.standing(),
                view.confirmedAt().orElse(view.observation().at()));
    }
}
