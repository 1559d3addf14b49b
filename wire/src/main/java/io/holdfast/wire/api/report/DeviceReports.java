package io.holdfast.wire.api.report;

import io.holdfast.core.component.Component;
import io.holdfast.wire.api.DeviceReport;
import io.holdfast.wire.api.DeviceReport.Group;
import io.holdfast.wire.api.DeviceReport.Identity;
import io.holdfast.wire.api.GroupReport;
import io.holdfast.wire.api.HostReport;
import java.time.Instant;
import java.util.Map;

/** Makes the report of one device that somebody looked at directly. */
public final class DeviceReports {

    private DeviceReports() {}

    /**
     * The report of a look at a device, whose own component is the one that is part of nothing.
     *
     * @param target what was asked
     * @param findings what the look found, and what follows from it
     */
    public static DeviceReport of(String target, HostFindings findings, Instant now) {
        HostReport host = HostReports.local(findings, now);
        return new DeviceReport(
                target,
                now,
                host.status(),
                identity(findings),
                host.components(),
                host.groups().stream().map(DeviceReports::group).toList(),
                host.silent());
    }

    private static Identity identity(HostFindings findings) {
        Map<String, String> said =
                findings.components().stream()
                        .map(ComponentFinding::component)
                        .filter(component -> component.parent().isEmpty())
                        .findFirst()
                        .<Map<String, String>>map(Component::attributes)
                        .orElse(Map.of());
        return new Identity(
                said.getOrDefault("vendor", ""),
                said.getOrDefault("model", ""),
                said.getOrDefault("serial", ""),
                said.getOrDefault("firmware", ""));
    }

    private static Group group(GroupReport group) {
        return new Group(
                group.id(),
                group.kind(),
                group.members().stream().map(GroupReport.Member::id).toList(),
                group.needed(),
                group.redundancy(),
                group.spares(),
                group.published());
    }
}
