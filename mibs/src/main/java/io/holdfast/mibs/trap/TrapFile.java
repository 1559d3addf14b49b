package io.holdfast.mibs.trap;

import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.object.Oid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One file of the catalogue.
 *
 * @param about what it is about, and where the numbers are from
 * @param objects the objects that its notifications carry, by their names
 * @param rules its notifications
 * @param events the events of platforms that it knows
 * @param names what all of these are called
 */
record TrapFile(
        String about,
        Map<String, Oid> objects,
        List<TrapRule> rules,
        List<PlatformRule> events,
        List<MibModule> names) {

    TrapFile {
        objects = new TreeMap<>(objects);
        rules = List.copyOf(rules);
        events = List.copyOf(events);
        names = List.copyOf(names);
    }
}
