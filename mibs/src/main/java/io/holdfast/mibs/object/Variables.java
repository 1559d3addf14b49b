package io.holdfast.mibs.object;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one device said, in the order of its identifiers; immutable.
 *
 * @param all every instance and its value, none of them {@link Value.Missing}
 */
public record Variables(NavigableMap<Oid, Value> all) {

    public Variables {
        all = Collections.unmodifiableNavigableMap(new TreeMap<>(all));
    }

    /** The value of this very instance. */
    public Optional<Value> get(Oid instance) {
        return Optional.ofNullable(all.get(instance));
    }

    /** All instances below this identifier, itself included. */
    public SortedMap<Oid, Value> below(Oid subtree) {
        return subtree.successor()
                .map(end -> all.subMap(subtree, true, end, false))
                .orElseGet(() -> all.tailMap(subtree, true));
    }
}
