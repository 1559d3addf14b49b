package io.holdfast.mibs.trap;

import io.holdfast.mibs.names.MibNames;
import io.holdfast.mibs.object.Oid;
import java.util.Optional;

/** What names a notification or an object: a number, or in texts of others a name alone. */
public sealed interface Key {

    /** An object identifier, as it is on the wire. */
    record Numbered(Oid oid) implements Key {}

    /**
     * A name that nothing here knows the number of.
     *
     * @param text such as {@code VEEAM-MIB::backupJobName.0}
     */
    record Named(String text) implements Key {}

    /** The number, if it is known. */
    default Optional<Oid> number() {
        return switch (this) {
            case Numbered(Oid oid) -> Optional.of(oid);
            case Named named -> Optional.empty();
        };
    }

    /** As a person reads it. */
    default String shown(MibNames names) {
        return switch (this) {
            case Numbered(Oid oid) ->
                    names.find(oid).map(MibNames.Found::text).orElseGet(oid::toString);
            case Named(String text) -> text;
        };
    }
}
