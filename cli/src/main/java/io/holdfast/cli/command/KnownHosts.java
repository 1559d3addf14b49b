package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.config.yaml.Suggestion;
import io.holdfast.core.component.ComponentId;
import io.holdfast.wire.api.InventoryReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The hosts of an inventory, among which a typed one is found.
 *
 * @param ids {@code site/rack/host} of each
 */
record KnownHosts(List<String> ids) {

    private static final String LISTED = "see: holdfast inventory";

    KnownHosts {
        ids = List.copyOf(ids);
    }

    static KnownHosts of(InventoryReport inventory) {
        return new KnownHosts(inventory.hosts().stream().map(InventoryReport.Host::id).toList());
    }

    /**
     * The whole id of a host, typed as that or by its own name.
     *
     * @throws Failure if there is none, or several have that name
     */
    String id(String typed) {
        List<String> found =
                ids.stream()
                        .filter(id -> typed.contains("/") ? id.equals(typed) : isNamed(id, typed))
                        .toList();
        if (found.isEmpty()) {
            throw unknown(typed);
        }
        return HostArgument.only(typed, found);
    }

    /** That there is no such host, with those that are called alike. */
    Failure unknown(String typed) {
        List<String> near =
                Suggestion.near(name(typed), ids.stream().map(KnownHosts::name).toList());
        List<String> meant =
                ids.stream()
                        .filter(id -> near.contains(name(id)))
                        .map(id -> typed.contains("/") ? id : name(id))
                        .distinct()
                        .toList();
        return new Failure(
                "expected a host of the inventory, found '" + typed + "'", asked(meant) + LISTED);
    }

    /** That a host has no such part, with those that are called alike. */
    static Failure unknownPart(InventoryReport.Host host, ComponentId component) {
        Map<String, String> parts = new TreeMap<>();
        for (InventoryReport.Item part : host.components()) {
            parts.put(ComponentId.parse(part.id()).local(), part.id());
        }
        List<String> near =
                Suggestion.near(component.local(), parts.keySet()).stream()
                        .map(local -> parts.getOrDefault(local, local))
                        .toList();
        return new Failure(
                "expected a part of " + host.id() + ", found '" + component + "'",
                asked(near) + LISTED + " " + host.id());
    }

    private static String asked(List<String> near) {
        return near.isEmpty()
                ? ""
                : "did you mean "
                        + near.stream()
                                .limit(Suggestion.MOST_NEAR)
                                .collect(Collectors.joining(" or "))
                        + "? ";
    }

    private static boolean isNamed(String id, String name) {
        return name(id).equals(name);
    }

    /** A host's own name. */
    private static String name(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
