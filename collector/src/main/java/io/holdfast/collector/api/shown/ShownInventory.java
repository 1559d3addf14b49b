package io.holdfast.collector.api.shown;

import io.holdfast.collector.view.AcceptanceView;
import io.holdfast.collector.view.ComponentView;
import io.holdfast.collector.view.HostView;
import io.holdfast.core.component.Component;
import io.holdfast.core.observation.Observation;
import io.holdfast.wire.api.ComponentReport.Presence;
import io.holdfast.wire.api.InventoryReport;
import io.holdfast.wire.api.report.Differences;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host's inventory as clients see it. */
public final class ShownInventory {

    private ShownInventory() {}

    /** The inventory of a host. */
    public static InventoryReport.Host host(HostView host) {
        return new InventoryReport.Host(
                host.host().toString(),
                host.acceptance().map(AcceptanceView::at),
                host.acceptance().map(AcceptanceView::by),
                host.components().stream().map(ShownInventory::item).toList(),
                host.differences().stream().map(Differences::report).toList());
    }

    private static InventoryReport.Item item(ComponentView view) {
        return new InventoryReport.Item(
                view.component().id().toString(),
                view.accepted(),
                presence(view.observation()),
                identity(view.component()));
    }

    private static Presence presence(Observation observation) {
        return switch (observation) {
            case Observation.Reported reported -> Presence.PRESENT;
            case Observation.Absent absent -> Presence.ABSENT;
            case Observation.Silent silent -> Presence.UNKNOWN;
        };
    }

    private static String identity(Component component) {
        return Stream.of("vendor", "model", "serial")
                .map(name -> component.attributes().get(name))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
