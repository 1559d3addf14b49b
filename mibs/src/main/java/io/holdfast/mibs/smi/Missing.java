package io.holdfast.mibs.smi;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A module that others need and that is not there.
 *
 * @param module its name
 * @param neededBy the modules that import from it
 * @param names what they import and is known from nowhere else
 */
public record Missing(String module, SortedSet<String> neededBy, SortedSet<String> names) {

    public Missing {
        neededBy = Collections.unmodifiableSortedSet(new TreeSet<>(neededBy));
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
