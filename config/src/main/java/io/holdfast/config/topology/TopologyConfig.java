package io.holdfast.config.topology;

import io.holdfast.config.value.Values;
import io.holdfast.config.yaml.Section;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.topology.Declared;
import io.holdfast.core.topology.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The reader of the part {@code topology}. */
public final class TopologyConfig {

    /** The key of the part. */
    public static final String KEY = "topology";

    private static final int MOST_NEEDS = 100;

    private final Section topology;
    private final KnownHosts hosts = new KnownHosts();

    private TopologyConfig(Section topology) {
        this.topology = topology;
    }

    /**
     * Reads it from a collector's part of its file.
     *
     * @param devices the devices that agents poll, which it may name too
     */
    public static Declared read(Section collector, Collection<HostId> devices) {
        return collector
                .optionalSection(KEY)
                .map(topology -> new TopologyConfig(topology).read(devices))
                .orElse(Declared.NOTHING);
    }

    private Declared read(Collection<HostId> devices) {
        devices.forEach(hosts::add);
        TreeSet<ComponentId> feeds = new TreeSet<>();
        topology.section("sites")
                .sections(
                        (site, part) -> {
                            part.list("feeds", Values.LINE)
                                    .forEach(name -> feed(part, site, name).ifPresent(feeds::add));
                            return Optional.of(site);
                        });
        RackTopology racks = new RackTopology(feeds, hosts);
        Section section = topology.section("racks");
        section.sections((name, part) -> racks.read(section, name, part));
        racks.resolve();
        return new Declared(feeds, racks.supplies(), racks.switches(), racks.managed(), services());
    }

    private static Optional<ComponentId> feed(Section part, String site, String name) {
        try {
            return Optional.of(Declared.feed(site, name));
        } catch (IllegalArgumentException e) {
            part.problem("feeds", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private SortedMap<ComponentId, List<Need>> services() {
        SortedMap<ComponentId, List<Need>> needs = new TreeMap<>();
        SortedMap<ComponentId, Asking> asked = new TreeMap<>();
        for (String name : topology.list("externals", Values.LINE)) {
            needs.put(Declared.SERVICES.component(Kind.EXTERNAL, name), List.of());
        }
        ask("vips", Kind.VIP, asked);
        ask("services", Kind.SERVICE, asked);
        TreeSet<ComponentId> all = new TreeSet<>(needs.keySet());
        all.addAll(asked.keySet());
        Wants wants = new Wants(hosts, all);
        asked.forEach((id, asking) -> needs.put(id, asking.read(wants)));
        return needs;
    }

    private void ask(String key, Kind kind, SortedMap<ComponentId, Asking> asked) {
        topology.section(key)
                .sections(
                        (name, part) -> {
                            List<String> texts = part.oneOrMore("needs", Values.LINE, MOST_NEEDS);
                            asked.put(
                                    Declared.SERVICES.component(kind, name),
                                    new Asking(part, texts));
                            return Optional.of(name);
                        });
    }

    /** What a service asks for, before everything it may name is known. */
    private record Asking(Section part, List<String> texts) {

        List<Need> read(Wants wants) {
            List<Need> needs = new ArrayList<>();
            for (String text : texts) {
                try {
                    needs.add(wants.read(text));
                } catch (IllegalArgumentException e) {
                    part.problem("needs", String.valueOf(e.getMessage()));
                }
            }
            return needs;
        }
    }
}
