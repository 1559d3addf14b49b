package io.holdfast.mibs.knowledge;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.mibs.profile.GroupRule;
import io.holdfast.mibs.profile.GroupRule.PublishedRule;
import io.holdfast.mibs.profile.NumberMap;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Reads what a device claims of a group's redundancy.
 *
 * @param source who was asked
 */
record Claims(String source) {

    /** The worst claim; empty where the device claims nothing. */
    Optional<Published> published(GroupRule rule, Row row) {
        Map<String, PublishedRule> sorted = new TreeMap<>(rule.published());
        return sorted.entrySet().stream()
                .flatMap(each -> claim(each.getKey(), each.getValue(), row).stream())
                .filter(claim -> claim.redundancy() != Redundancy.UNKNOWN)
                .max(Comparator.comparing(Published::redundancy));
    }

    private Optional<Published> claim(String name, PublishedRule rule, Row row) {
        Optional<Row.Field> field = row.field(rule.of());
        if (field.isEmpty() || !row.matchesAll(rule.when())) {
            return Optional.empty();
        }
        OptionalLong number = StateJudge.number(field.get().value());
        Optional<NumberMap.Entry<Redundancy>> entry =
                number.isPresent() ? rule.values().find(number.getAsLong()) : Optional.empty();
        return entry.map(
                e ->
                        new Published(
                                e.meaning(),
                                new Evidence(
                                        source,
                                        field.get().instance().toString(),
                                        field.get().value().shown(),
                                        name.replace('-', ' ') + ": " + e.label())));
    }
}
