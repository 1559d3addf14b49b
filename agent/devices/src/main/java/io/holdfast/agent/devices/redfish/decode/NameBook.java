package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.core.component.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of one device's parts: one name for each resource, the same for as long as the book
 * lives, so that a part that fails to answer renames no other.
 *
 * <p>Parts with the same label all get the end of their path too. Mutable, for one thread.
 */
public final class NameBook {

    /** More names than this are no machine's; the book starts anew then. */
    private static final int MOST_NAMES = 8_192;

    private static final String ROOT = Link.ROOT.path() + "/";

    /** A part that wants a name. */
    record Wish(Kind kind, Link link, String label) {}

    private record Place(Kind kind, String link) {}

    private final Map<Place, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Names all parts of one look. */
    void enter(List<Wish> wishes) {
        if (names.size() + wishes.size() > MOST_NAMES) {
            names.clear();
            taken.clear();
        }
        Map<String, Integer> count = new HashMap<>();
        wishes.forEach(wish -> count.merge(key(wish.kind(), wish.label()), 1, Integer::sum));
        for (Wish wish : wishes) {
            Place place = place(wish.kind(), wish.link());
            if (!names.containsKey(place)) {
                String plain = key(wish.kind(), wish.label());
                boolean alone = count.getOrDefault(plain, 0) == 1 && !taken.contains(plain);
                String name = alone ? wish.label() : wish.label() + " [" + tail(wish.link()) + "]";
                names.put(place, name);
                taken.add(key(wish.kind(), name));
            }
        }
    }

    /** The name of a part that was entered. */
    String name(Kind kind, Link link) {
        return names.getOrDefault(place(kind, link), tail(link));
    }

    private static Place place(Kind kind, Link link) {
        return new Place(kind, link.toString());
    }

    private static String key(Kind kind, String name) {
        return kind.word() + ":" + name;
    }

    private static String tail(Link link) {
        String whole = link.toString();
        String tail = whole.startsWith(ROOT) ? whole.substring(ROOT.length()) : whole;
        // The end tells more than the start.
        return tail.length() > 90 ? tail.substring(tail.length() - 90) : tail;
    }
}
