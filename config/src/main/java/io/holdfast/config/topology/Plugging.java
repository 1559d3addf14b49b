package io.holdfast.config.topology;

import io.holdfast.config.value.Values;
import io.holdfast.config.yaml.Section;
import io.holdfast.core.component.HostId;
import io.holdfast.core.topology.Plug;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reader of {@code outlets} and {@code ports}: what is plugged in where, ranges allowed. */
final class Plugging {

    private final KnownHosts hosts;
    private final Map<Plug, String> taken = new HashMap<>();

    Plugging(KnownHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * Reads one device's.
     *
     * @param device whose outlets or ports they are
     * @param word what one of them is called
     */
    SortedMap<String, Plug> read(Section section, HostId device, String word) {
        SortedMap<String, Plug> plugs = new TreeMap<>();
        section.values(Values.LINE)
                .forEach((places, what) -> read(section, device, word, places, what, plugs));
        return plugs;
    }

    private void read(
            Section section,
            HostId device,
            String word,
            String places,
            String what,
            SortedMap<String, Plug> plugs) {
        String[] halves = what.strip().split("\\s+", 2);
        if (halves.length != 2) {
            section.problem(
                    places,
                    "expected a host and its part such as 'db07 PS1' or 'db01-db20 PS1', found '"
                            + what
                            + "'");
            return;
        }
        Optional<Range> left = range(section, places, places);
        Optional<Range> whose = range(section, places, halves[0]);
        Optional<Range> parts = range(section, places, halves[1]);
        if (left.isEmpty() || whose.isEmpty() || parts.isEmpty()) {
            return;
        }
        List<String> names = left.get().names();
        int most = whose.get().names().size() * parts.get().names().size();
        if (whose.get().names().size() > 1 && parts.get().names().size() > 1) {
            section.problem(
                    places, "expected a range of hosts or of parts, found both in '" + what + "'");
            return;
        }
        if (most != names.size()) {
            section.problem(
                    places,
                    "expected as many as the %s %s %s, found %s in '%s'"
                            .formatted(
                                    names.size(),
                                    word + (names.size() == 1 ? "" : "s"),
                                    places,
                                    most,
                                    what));
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            String host = pick(whose.get().names(), i);
            String part = pick(parts.get().names(), i);
            plug(section, device, word, places, names.get(i), host, part, plugs);
        }
    }

    private void plug(
            Section section,
            HostId device,
            String word,
            String places,
            String place,
            String host,
            String part,
            SortedMap<String, Plug> plugs) {
        Plug plug;
        try {
            plug = new Plug(near(device, host), part);
        } catch (IllegalArgumentException e) {
            section.problem(places, String.valueOf(e.getMessage()));
            return;
        }
        hosts.add(plug.host());
        if (plugs.putIfAbsent(place, plug) != null) {
            section.problem(
                    places,
                    "expected %s %s once, found it with %s and with %s"
                            .formatted(word, place, plugs.get(place), plug));
        }
        String here = word + " " + place + " of " + device.host();
        String before = taken.putIfAbsent(plug, here);
        if (before != null && !before.equals(here)) {
            section.problem(
                    places, "expected %s in one place, found it in %s too".formatted(plug, before));
        }
    }

    private static String pick(List<String> names, int index) {
        return names.size() == 1 ? names.getFirst() : names.get(index);
    }

    private static Optional<Range> range(Section section, String key, String text) {
        Optional<Range> range = Range.of(text);
        if (range.isEmpty()) {
            section.problem(
                    key,
                    "expected a range that rises, of at most %s, found '%s'"
                            .formatted(Range.MOST, text));
        }
        return range;
    }

    /** A host by its name in the device's rack, by rack and name in its site, or in full. */
    static HostId near(HostId device, String name) {
        String[] parts = name.split("/", -1);
        return switch (parts.length) {
            case 1 -> new HostId(device.site(), device.rack(), name);
            case 2 -> new HostId(device.site(), parts[0], parts[1]);
            default -> HostId.parse(name);
        };
    }
}
