package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Variables;
import java.util.TreeMap;

/** What became of the walk of one subtree. */
public sealed interface Walk {

    /** All of the subtree; empty where the device has nothing there. */
    record Walked(Variables variables) implements Walk {}

    /**
     * A part of the subtree.
     *
     * @param variables what was got
     * @param reason why no more
     * @param after the last instance that was got
     */
    record Partly(Variables variables, Trouble reason, Oid after) implements Walk {}

    /** Nothing, and why. */
    record Failed(Trouble reason) implements Walk {}

    /** What was got, if only a part or nothing. */
    default Variables got() {
        return switch (this) {
            case Walked(Variables variables) -> variables;
            case Partly(Variables variables, Trouble reason, Oid after) -> variables;
            case Failed(Trouble reason) -> new Variables(new TreeMap<>());
        };
    }
}
