package io.holdfast.wire.api.report;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.redundancy.Assessment;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.wire.api.GroupReport;

/** Makes the report of one redundancy group. */
final class GroupReports {

    private GroupReports() {}

    static GroupReport report(Assessment assessment) {
        RedundancyGroup group = assessment.group();
        return new GroupReport(
                group.id().toString(),
                group.kind().word(),
                assessment.standings().entrySet().stream()
                        .map(m -> new GroupReport.Member(m.getKey().toString(), m.getValue()))
                        .toList(),
                group.needed(),
                assessment.forAlerts(),
                assessment.computed(),
                assessment.knownSpares(),
                group.designSpares(),
                group.published().map(Published::redundancy),
                group.published().map(claim -> ComponentReports.report(claim.evidence())),
                assessment.disagrees(),
                group.carries().map(ComponentId::toString));
    }
}
