package io.holdfast.mibs.trap;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.util.Optional;

/**
 * An object that a notification carries.
 *
 * @param instance the index of its instance
 * @param value what it was
 */
record Carried(Oid instance, Value value) {

    /** The index, or one arc of it counted from 1. */
    Optional<String> index(int arc) {
        if (arc == 0) {
            return instance.length() == 0 ? Optional.empty() : Optional.of(instance.toString());
        }
        return arc <= instance.length()
                ? Optional.of(Long.toString(instance.arc(arc - 1)))
                : Optional.empty();
    }
}
