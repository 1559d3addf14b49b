package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Variables;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a device said of instances that were asked for by name.
 *
 * @param variables those that it has
 * @param unanswered those of which it did not say whether it has them, and why
 */
public record Instances(Variables variables, SortedMap<Oid, Trouble> unanswered) {

    public Instances {
        unanswered = Collections.unmodifiableSortedMap(new TreeMap<>(unanswered));
    }
}
