package io.holdfast.cli.command;

import io.holdfast.wire.api.AcceptRequest;
import io.holdfast.wire.api.InventoryReport;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an acceptance would take over, shown before anybody does it. */
final class AcceptPreview {

    private AcceptPreview() {}

    /** The hosts that the request is about; of one that is named for its parts, those parts. */
    static InventoryReport of(InventoryReport all, AcceptRequest request) {
        return new InventoryReport(
                all.at(), all.hosts().stream().flatMap(host -> asked(host, request)).toList());
    }

    /** Whether accepting would change anything of a host. */
    static boolean isOpen(InventoryReport.Host host) {
        boolean fresh = host.pinnedAt().isEmpty() && !host.components().isEmpty();
        return fresh || !host.differences().isEmpty();
    }

    /** What to tell below the differences: that this was a look, and how it is done. */
    static String told(List<String> subjects) {
        String what = subjects.isEmpty() ? "" : String.join(" ", subjects) + " ";
        return "Nothing is changed yet; to accept this: holdfast inventory accept "
                + what
                + "--yes";
    }

    private static Stream<InventoryReport.Host> asked(
            InventoryReport.Host host, AcceptRequest request) {
        if (request.all()) {
            return Stream.of(host).filter(AcceptPreview::isOpen);
        }
        if (request.hosts().contains(host.id())) {
            return Stream.of(host);
        }
        List<InventoryReport.Item> parts =
                host.components().stream()
                        .filter(part -> request.components().contains(part.id()))
                        .toList();
        return parts.isEmpty() ? Stream.of() : Stream.of(only(host, parts));
    }

    private static InventoryReport.Host only(
            InventoryReport.Host host, List<InventoryReport.Item> parts) {
        Predicate<String> named = id -> parts.stream().anyMatch(part -> part.id().equals(id));
        return new InventoryReport.Host(
                host.id(),
                host.pinnedAt(),
                host.pinnedBy(),
                parts,
                host.differences().stream().filter(d -> named.test(d.component())).toList());
    }
}
