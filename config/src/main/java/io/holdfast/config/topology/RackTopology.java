package io.holdfast.config.topology;

import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Values;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.Suggestion;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.topology.Need;
import io.holdfast.core.topology.Plug;
import io.holdfast.core.topology.Supply;
import io.holdfast.core.topology.Switching;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The reader of the racks of a topology. For one thread. */
final class RackTopology {

    private static final Counts AMPS = Counts.between(1, 10_000);
    private static final int MOST_SOURCES = 4;
    private static final HostId NOWHERE = new HostId("-", "-", "-");
    private static final String FROM = "from";
    private static final String UPLINKS = "uplinks";

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("breakers", Kind.BREAKER);
        KINDS.put("ups", Kind.UPS);
        KINDS.put("ats", Kind.ATS);
        KINDS.put("pdus", Kind.PDU);
    }

    private final SortedSet<ComponentId> feeds;
    private final KnownHosts hosts;
    private final Plugging plugging;
    private final SortedMap<HostId, Fed> fed = new TreeMap<>();
    private final SortedMap<HostId, Wired> wired = new TreeMap<>();
    private final SortedMap<HostId, Supply> supplies = new TreeMap<>();
    private final SortedMap<HostId, Switching> switches = new TreeMap<>();
    private final SortedMap<HostId, HostId> managed = new TreeMap<>();

    RackTopology(SortedSet<ComponentId> feeds, KnownHosts hosts) {
        this.feeds = feeds;
        this.hosts = hosts;
        plugging = new Plugging(hosts);
    }

    /** A supply before the names of what feeds it are looked up. */
    private record Fed(
            Section part,
            Kind kind,
            List<String> from,
            OptionalDouble amps,
            SortedMap<String, Plug> outlets) {}

    /** A switch before the names of its uplinks are looked up. */
    private record Wired(Section part, Optional<String> uplinks, SortedMap<String, Plug> ports) {}

    Optional<Boolean> read(Section racks, String name, Section rack) {
        HostId place = place(racks, name);
        for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
            Section section = rack.section(kind.getKey());
            section.sections(
                    (called, part) -> supply(section, place, called, part, kind.getValue()));
        }
        Section section = rack.section("switches");
        section.sections((called, part) -> wire(section, place, called, part));
        Section bmcs = rack.section("bmcs");
        bmcs.values(Values.LINE)
                .forEach(
                        (bmc, host) ->
                                id(bmcs, bmc, place, bmc)
                                        .ifPresent(
                                                of ->
                                                        id(bmcs, bmc, place, host)
                                                                .ifPresent(
                                                                        h -> managed.put(of, h))));
        for (String text : rack.list("hosts", Values.LINE)) {
            Range.of(text)
                    .ifPresentOrElse(
                            range ->
                                    range.names()
                                            .forEach(
                                                    each ->
                                                            id(rack, "hosts", place, each)
                                                                    .ifPresent(hosts::add)),
                            () ->
                                    rack.problem(
                                            "hosts",
                                            "expected a range that rises, found '" + text + "'"));
        }
        return Optional.of(true);
    }

    private static HostId place(Section racks, String name) {
        String[] parts = name.split("/", -1);
        try {
            if (parts.length == 2) {
                return new HostId(parts[0], parts[1], "-");
            }
            racks.problem(name, "expected a rack as site/rack");
        } catch (IllegalArgumentException e) {
            racks.problem(name, String.valueOf(e.getMessage()));
        }
        // What stands below still tells its own mistakes.
        return NOWHERE;
    }

    private Optional<Boolean> supply(
            Section section, HostId place, String called, Section part, Kind kind) {
        Optional<HostId> id = id(section, called, place, called);
        List<String> from = part.oneOrMore(FROM, Values.LINE, MOST_SOURCES);
        if (from.size() > 1 && kind != Kind.ATS) {
            part.problem(FROM, "expected one source: only an ats has several");
        }
        OptionalDouble amps =
                part.value("amps", AMPS).stream().mapToDouble(Integer::doubleValue).findFirst();
        SortedMap<String, Plug> outlets =
                plugging.read(part.section("outlets"), id.orElse(place), "outlet");
        id.ifPresent(
                device -> {
                    hosts.add(device);
                    if (fed.putIfAbsent(device, new Fed(part, kind, from, amps, outlets)) != null) {
                        section.problem(called, "expected a name of its own, found it twice");
                    }
                });
        return Optional.of(true);
    }

    private Optional<Boolean> wire(Section section, HostId place, String called, Section part) {
        Optional<HostId> id = id(section, called, place, called);
        Optional<String> uplinks = part.value(UPLINKS, Values.LINE);
        SortedMap<String, Plug> ports =
                plugging.read(part.section("ports"), id.orElse(place), "port");
        id.ifPresent(
                device -> {
                    hosts.add(device);
                    wired.put(device, new Wired(part, uplinks, ports));
                });
        return Optional.of(true);
    }

    /** Looks up what was named before it was declared; to be called once, after all racks. */
    void resolve() {
        fed.forEach(
                (device, its) ->
                        supplies.put(
                                device,
                                new Supply(
                                        device,
                                        its.kind(),
                                        sources(device, its),
                                        its.amps(),
                                        its.outlets())));
        wired.forEach((device, its) -> switches.put(device, switching(device, its)));
    }

    private List<ComponentId> sources(HostId device, Fed its) {
        List<ComponentId> sources = new ArrayList<>();
        for (String name : its.from()) {
            Optional<ComponentId> source = source(device, name);
            source.ifPresent(sources::add);
            if (source.isEmpty() && !device.site().equals(NOWHERE.site())) {
                its.part().problem(FROM, unknown(device, name));
            }
        }
        return sources;
    }

    private Optional<ComponentId> source(HostId device, String name) {
        Optional<ComponentId> feed =
                feeds.stream()
                        .filter(id -> id.host().site().equals(device.site()))
                        .filter(id -> id.name().equals(name))
                        .findFirst();
        return feed.or(
                () ->
                        Optional.of(Plugging.near(device, name))
                                .filter(id -> fed.containsKey(id) && !id.equals(device))
                                .map(HostId::self));
    }

    private String unknown(HostId device, String name) {
        List<String> known = new ArrayList<>();
        feeds.stream()
                .filter(id -> id.host().site().equals(device.site()))
                .forEach(id -> known.add(id.name()));
        fed.keySet().stream()
                .filter(id -> id.site().equals(device.site()) && !id.equals(device))
                .filter(id -> id.rack().equals(device.rack()))
                .forEach(id -> known.add(id.host()));
        return "expected a feed of site %s or a supply of this topology, found '%s'%s"
                .formatted(
                        device.site(),
                        name,
                        Suggestion.nearest(name, known)
                                .map(word -> "; did you mean '" + word + "'?")
                                .orElse(""));
    }

    private Switching switching(HostId device, Wired its) {
        if (its.uplinks().isPresent()) {
            try {
                Need need = new Wants(hosts, Set.of()).read(its.uplinks().get());
                List<HostId> others = need.of().stream().map(ComponentId::host).toList();
                return new Switching(device, others, need.needed(), its.ports());
            } catch (IllegalArgumentException e) {
                its.part().problem(UPLINKS, String.valueOf(e.getMessage()));
            }
        }
        return new Switching(device, List.of(), 1, its.ports());
    }

    private static Optional<HostId> id(Section section, String key, HostId place, String name) {
        try {
            return Optional.of(Plugging.near(place, name));
        } catch (IllegalArgumentException e) {
            section.problem(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    SortedMap<HostId, Supply> supplies() {
        return supplies;
    }

    SortedMap<HostId, Switching> switches() {
        return switches;
    }

    SortedMap<HostId, HostId> managed() {
        return managed;
    }
}
