package io.holdfast.wire.api.report;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Difference;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.wire.api.DifferenceReport;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts differences from the accepted inventory into words. */
public final class Differences {

    private Differences() {}

    /** The difference as a report shows it. */
    public static DifferenceReport report(Difference difference) {
        return switch (difference) {
            case Difference.Missing(ComponentId id) ->
                    of(DifferenceReport.Type.MISSING, id, "accepted, and not there");
            case Difference.Added(Component found) ->
                    of(
                            DifferenceReport.Type.ADDED,
                            found.id(),
                            "there, and not accepted" + identity(found));
            case Difference.Replaced(Component accepted, Component found) ->
                    of(
                            DifferenceReport.Type.REPLACED,
                            found.id(),
                            "another piece of hardware: accepted"
                                    + identity(accepted)
                                    + ", found"
                                    + identity(found));
            case Difference.GroupAdded(RedundancyGroup group) ->
                    of(
                            DifferenceReport.Type.GROUP_ADDED,
                            group.id(),
                            "its host reports this group, which was not accepted: " + needs(group));
            case Difference.GroupChanged(RedundancyGroup accepted, RedundancyGroup found) ->
                    of(DifferenceReport.Type.GROUP_CHANGED, found.id(), changes(accepted, found));
            case Difference.GroupMissing(RedundancyGroup group) ->
                    of(
                            DifferenceReport.Type.GROUP_MISSING,
                            group.id(),
                            "this group was accepted, and its host reports it no longer");
        };
    }

    private static DifferenceReport of(DifferenceReport.Type type, Object id, String detail) {
        return new DifferenceReport(type, id.toString(), detail);
    }

    private static String identity(Component component) {
        String known =
                component.attributes().entrySet().stream()
                        .filter(e -> Set.of("vendor", "model", "serial").contains(e.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining(" "));
        return known.isEmpty() ? "" : " (" + known + ")";
    }

    private static String needs(RedundancyGroup group) {
        return group.needed() + " of " + group.members().size() + " needed";
    }

    private static String changes(RedundancyGroup accepted, RedundancyGroup found) {
        String gone = names(accepted.members(), found.members());
        String come = names(found.members(), accepted.members());
        return "accepted "
                + needs(accepted)
                + ", found "
                + needs(found)
                + (gone.isEmpty() ? "" : "; left: " + gone)
                + (come.isEmpty() ? "" : "; joined: " + come);
    }

    private static String names(Collection<ComponentId> of, Collection<ComponentId> without) {
        Set<ComponentId> rest = new TreeSet<>(of);
        rest.removeAll(without);
        return rest.stream().map(ComponentId::local).collect(Collectors.joining(", "));
    }
}
