package io.holdfast.mibs.profile;

import io.holdfast.core.component.Kind;
import io.holdfast.mibs.object.Oid;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one family of devices.
 *
 * @param name the file's name without its ending
 * @param about what it is for, and where it is from
 * @param covers kinds of which this profile, where it finds any, finds all: the same parts found by
 *     a profile of a lower level are dropped
 * @param objects single instances that every rule may use
 */
public record Profile(
        String name,
        String about,
        Level level,
        Match match,
        Set<Kind> covers,
        Map<String, Oid> objects,
        SortedMap<String, ComponentRule> components,
        SortedMap<String, GroupRule> groups) {

    public Profile {
        covers = Set.copyOf(covers);
        objects = Map.copyOf(objects);
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }
}
