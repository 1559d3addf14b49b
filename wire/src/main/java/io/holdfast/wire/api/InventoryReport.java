package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was accepted, and in what hosts differ from it.
 *
 * @param at when this was so
 * @param hosts ordered by id
 */
public record InventoryReport(Instant at, List<Host> hosts) {

    public InventoryReport {
        hosts = List.copyOf(hosts);
    }

    /**
     * One host's inventory.
     *
     * @param id {@code site/rack/host}
     * @param pinnedAt when it was accepted last; empty where it never was
     * @param pinnedBy who accepted it
     * @param components everything that is there or ought to be
     * @param differences in what the host is not as accepted
     */
    public record Host(
            String id,
            Optional<Instant> pinnedAt,
            Optional<String> pinnedBy,
            List<Item> components,
            List<DifferenceReport> differences) {

        public Host {
            components = List.copyOf(components);
            differences = List.copyOf(differences);
        }
    }

    /**
     * One part.
     *
     * @param id {@code site/rack/host/kind:name}
     * @param accepted whether it ought to be there
     * @param presence whether it is there
     * @param identity its vendor, model and serial, as far as known
     */
    public record Item(
            String id, boolean accepted, ComponentReport.Presence presence, String identity) {}
}
