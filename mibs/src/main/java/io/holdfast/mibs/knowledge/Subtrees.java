package io.holdfast.mibs.knowledge;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.Anchor;
import io.holdfast.mibs.profile.ComponentRule;
import io.holdfast.mibs.profile.Fields;
import io.holdfast.mibs.profile.GroupRule;
import io.holdfast.mibs.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what has to be fetched for some profiles, and no more. */
final class Subtrees {

    private final SortedSet<Oid> scalars = new TreeSet<>();
    private final SortedSet<Oid> columns = new TreeSet<>();

    Subtrees(List<Profile> profiles) {
        for (Profile profile : profiles) {
            scalars.addAll(profile.objects().values());
            for (ComponentRule rule : profile.components().values()) {
                add(rule.fields());
                addContainment(rule.parent());
                addContainment(rule.addsTo());
            }
            for (GroupRule rule : profile.groups().values()) {
                add(rule.fields());
            }
        }
    }

    private void add(Fields fields) {
        scalars.addAll(fields.objects().values());
        columns.addAll(fields.columns().values());
        fields.lookups().values().forEach(lookup -> columns.add(lookup.object()));
        if (!fields.ancestors().isEmpty()) {
            columns.add(Containment.CONTAINED_IN);
            columns.add(Containment.CLASS);
        }
    }

    private void addContainment(Optional<Anchor> anchor) {
        if (anchor.flatMap(Anchor::entity).isPresent()) {
            columns.add(Containment.CONTAINED_IN);
        }
    }

    /** The single instances, in order. */
    List<Oid> scalars() {
        return List.copyOf(scalars);
    }

    /** The subtrees, in order, none within another. */
    List<Oid> subtrees() {
        List<Oid> outermost = new ArrayList<>();
        for (Oid column : columns) {
            if (outermost.isEmpty() || !column.startsWith(outermost.getLast())) {
                outermost.add(column);
            }
        }
        return outermost;
    }
}
