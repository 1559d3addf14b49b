package io.holdfast.cli.command;

import io.holdfast.wire.api.AcceptRequest;
import io.holdfast.wire.api.InventoryReport;
import java.util.List;

/** What an acceptance would take over, shown before anybody does it. */
final class AcceptPreview {

    private AcceptPreview() {}

    /** The hosts that the request is about. */
    static InventoryReport of(InventoryReport all, AcceptRequest request) {
        return new InventoryReport(
                all.at(), all.hosts().stream().filter(h -> concerns(request, h.id())).toList());
    }

    /** What to tell below the differences: that this was a look, and how it is done. */
    static String told(InventoryReport shown, List<String> subjects) {
        boolean same =
                shown.hosts().stream()
                        .allMatch(h -> h.pinnedAt().isPresent() && h.differences().isEmpty());
        if (shown.hosts().isEmpty()) {
            return "Nothing was changed: there is no such host; see: holdfast agents";
        }
        if (same) {
            return "Nothing was changed, and there is nothing to take over: all is as accepted.";
        }
        String what = subjects.isEmpty() ? "" : String.join(" ", subjects) + " ";
        return "Nothing was changed: this only shows what differs. To take it over: holdfast"
                + " inventory accept "
                + what
                + "--yes";
    }

    private static boolean concerns(AcceptRequest request, String host) {
        return request.all()
                || request.hosts().contains(host)
                || request.components().stream().anyMatch(c -> c.startsWith(host + "/"));
    }
}
