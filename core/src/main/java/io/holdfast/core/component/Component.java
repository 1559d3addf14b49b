package io.holdfast.core.component;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A thing that can fail, with what identifies the very piece of hardware.
 *
 * @param id its name in the data centre
 * @param parent what it is part of (a NIC of a host, a disk behind a controller)
 * @param attributes facts that do not change while it is the same piece: {@code vendor}, {@code
 *     model}, {@code serial}, {@code firmware}, {@code address}, {@code driver}, {@code
 *     capacity-bytes}; at most {@value #MOST_ATTRIBUTES}
 */
public record Component(
        ComponentId id, Optional<ComponentId> parent, SortedMap<String, String> attributes) {

    /** More attributes than this are a decoder's mistake or a hostile device. */
    public static final int MOST_ATTRIBUTES = 32;

    public Component {
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException(
                    "expected at most "
                            + MOST_ATTRIBUTES
                            + " attributes, found "
                            + attributes.size());
        }
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** A component of which nothing but the name is known. */
    public static Component of(ComponentId id) {
        return new Component(id, Optional.empty(), new TreeMap<>());
    }

    /** A component that is part of its host. */
    public static Component ofHost(ComponentId id, Map<String, String> attributes) {
        return new Component(id, Optional.of(id.host().self()), new TreeMap<>(attributes));
    }
}
