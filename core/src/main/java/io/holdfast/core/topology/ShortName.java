package io.holdfast.core.topology;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;

/** What people call a component: as short as it can be understood. */
public final class ShortName {

    private ShortName() {}

    /**
     * {@code db07} for a host or device, {@code feed:A} and {@code vip:db} for what is in no rack,
     * {@code db07/psu:PS1} for a part.
     */
    public static String of(ComponentId id) {
        if (id.kind() == Kind.HOST && id.name().equals(id.host().host())) {
            return id.name();
        }
        return id.host().rack().equals("-") ? id.local() : id.host().host() + "/" + id.local();
    }
}
