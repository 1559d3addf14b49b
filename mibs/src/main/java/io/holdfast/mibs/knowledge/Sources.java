package io.holdfast.mibs.knowledge;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.Anchor;
import io.holdfast.mibs.profile.ComponentRule;
import io.holdfast.mibs.profile.Fields;
import io.holdfast.mibs.profile.GroupRule;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.StateRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which instances and columns the fields of a rule rest on.
 *
 * @param shared the instances that every rule of the profile may use
 * @param fields the rule's own
 */
record Sources(Map<String, Oid> shared, Fields fields) {

    /** Fields that rest on one another end after so many steps. */
    private static final int DEEPEST = 4;

    static Sources of(Profile profile, Fields fields) {
        return new Sources(profile.objects(), fields);
    }

    /** What these fields rest on. */
    Set<Oid> of(Set<String> names) {
        Set<Oid> sources = new TreeSet<>();
        names.forEach(name -> collect(name, sources, 0));
        return sources;
    }

    private void collect(String name, Set<Oid> sources, int depth) {
        Oid direct =
                Optional.ofNullable(fields.columns().get(name))
                        .or(() -> Optional.ofNullable(fields.objects().get(name)))
                        .or(() -> Optional.ofNullable(shared.get(name)))
                        .orElse(Oid.ROOT);
        Fields.Lookup lookup = fields.lookups().get(name);
        Fields.Extract extract = fields.extracts().get(name);
        if (direct.length() > 0) {
            sources.add(direct);
        }
        if (depth < DEEPEST && lookup != null) {
            sources.add(lookup.object());
            lookup.index().fields().forEach(field -> collect(field, sources, depth + 1));
        }
        Fields.Ancestor ancestor = fields.ancestors().get(name);
        if (depth < DEEPEST && ancestor != null) {
            sources.add(Containment.CONTAINED_IN);
            sources.add(Containment.CLASS);
            ancestor.index().fields().forEach(field -> collect(field, sources, depth + 1));
        }
        if (depth < DEEPEST && extract != null) {
            collect(extract.of(), sources, depth + 1);
        }
    }

    /** What says which rows there are and what they are called. */
    Set<Oid> ofIdentity(ComponentRule rule) {
        Set<String> names = new TreeSet<>(rule.name().fields());
        rule.entity().ifPresent(entity -> names.addAll(entity.fields()));
        rule.parent().ifPresent(anchor -> names.addAll(fieldsOf(anchor)));
        rule.addsTo().ifPresent(anchor -> names.addAll(fieldsOf(anchor)));
        return withFilters(names);
    }

    /** What says which groups there are and who is in them. */
    Set<Oid> ofIdentity(GroupRule rule) {
        Set<String> names = new TreeSet<>(rule.name().fields());
        rule.key().ifPresent(key -> names.addAll(key.fields()));
        return withFilters(names);
    }

    private Set<Oid> withFilters(Set<String> names) {
        names.addAll(fields.only().keySet());
        names.addAll(fields.except().keySet());
        return of(names);
    }

    private static Set<String> fieldsOf(Anchor anchor) {
        Set<String> names = new TreeSet<>();
        anchor.entity().ifPresent(template -> names.addAll(template.fields()));
        anchor.index().ifPresent(template -> names.addAll(template.fields()));
        return names;
    }

    /** What a state rests on. */
    Set<Oid> of(StateRule rule) {
        Set<String> names = new TreeSet<>(rule.when().keySet());
        names.add(rule.of());
        return of(names);
    }
}
