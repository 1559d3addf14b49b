package io.holdfast.mibs.knowledge;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.GroupRule;
import io.holdfast.mibs.profile.Level;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds which parts cover one another. For one thread. */
final class Groups {

    private final HostId host;
    private final Answers answers;
    private final Parts parts;
    private final Losses losses;
    private final Claims claims;
    private final List<Found> found = new ArrayList<>();
    private final Set<GroupId> taken = new HashSet<>();

    private record Found(Level level, RedundancyGroup group) {}

    Groups(HostId host, String source, Answers answers, Parts parts, Losses losses) {
        this.host = host;
        this.answers = answers;
        this.parts = parts;
        this.losses = losses;
        this.claims = new Claims(source);
    }

    /** The groups of all profiles; those of a kind that a better profile groups are left out. */
    List<RedundancyGroup> of(List<Profile> profiles) {
        for (Profile profile : profiles) {
            profile.groups().forEach((name, rule) -> find(profile, name, rule));
        }
        return found.stream().filter(this::best).map(Found::group).toList();
    }

    private boolean best(Found one) {
        return found.stream()
                .noneMatch(
                        other ->
                                other.level().compareTo(one.level()) > 0
                                        && other.group().kind() == one.group().kind());
    }

    private void find(Profile profile, String ruleName, GroupRule rule) {
        Set<Oid> missing = new TreeSet<>(Sources.of(profile, rule.fields()).ofIdentity(rule));
        missing.removeIf(answers::answered);
        if (!missing.isEmpty()) {
            losses.unanswered(profile.name() + " group " + ruleName, missing);
            return;
        }
        SortedMap<String, SortedSet<ComponentId>> byKey = members(profile, rule);
        Rows rows = new Rows(answers, profile.objects());
        List<Row> table =
                rule.fields().entry().isPresent() ? rows.of(rule.fields()).rows() : List.of();
        if (!table.isEmpty()) {
            for (Row row : table) {
                String key = rule.key().flatMap(k -> fill(k, row)).orElse("");
                SortedSet<ComponentId> members = byKey.getOrDefault(key, new TreeSet<>());
                add(profile, ruleName, rule, row, key, members, rule.name());
            }
        } else {
            // A device without the table of groups still has its parts.
            if (rule.fields().entry().isPresent() && byKey.size() > 1) {
                NavigableSet<ComponentId> all = new TreeSet<>();
                byKey.values().forEach(all::addAll);
                byKey.clear();
                byKey.put("", all);
            }
            byKey.forEach(
                    (key, members) -> {
                        Row row = rows.row(rule.fields(), indexOf(key));
                        // One group needs no number to be told from others.
                        Template name =
                                byKey.size() == 1 ? new Template(ruleName, List.of()) : rule.name();
                        add(profile, ruleName, rule, row, key, members, name);
                    });
        }
    }

    /** Where groups have no table of their own, their members' key is the index of lookups. */
    private static Oid indexOf(String key) {
        try {
            return key.isEmpty() ? Oid.ROOT : Oid.parse(key);
        } catch (IllegalArgumentException e) {
            return Oid.ROOT;
        }
    }

    private static Optional<String> fill(Template template, Row row) {
        return template.fill(row.index(), row::text);
    }

    private SortedMap<String, SortedSet<ComponentId>> members(Profile profile, GroupRule rule) {
        Rows all = new Rows(answers, profile.objects());
        boolean hasTable = rule.fields().entry().isPresent();
        SortedMap<String, SortedSet<ComponentId>> byKey = new TreeMap<>();
        for (String member : rule.members()) {
            var component = Optional.ofNullable(profile.components().get(member));
            List<Row> rows = component.map(c -> all.of(c.fields()).rows()).orElse(List.of());
            for (Row row : rows) {
                Part part =
                        parts.origins().get(new Part.Origin(profile.name(), member, row.index()));
                String key = rule.memberKey().flatMap(k -> fill(k, row)).orElse("");
                boolean placed = rule.memberKey().isEmpty() || !key.isEmpty() || hasTable;
                if (part != null && placed) {
                    byKey.computeIfAbsent(key, k -> new TreeSet<>()).add(part.id());
                }
            }
        }
        return byKey;
    }

    private void add(
            Profile profile,
            String ruleName,
            GroupRule rule,
            Row row,
            String key,
            SortedSet<ComponentId> members,
            Template template) {
        int least = rule.kind().isPresent() ? 2 : 1;
        if (members.size() < least || members.size() > RedundancyGroup.MOST_MEMBERS) {
            return;
        }
        String name =
                template.fill(row.index(), f -> field(f, row, key))
                        .flatMap(PlainNames::of)
                        .orElse(ruleName);
        GroupId id = new GroupId(host, name);
        if (!taken.add(id)) {
            id = new GroupId(host, PlainNames.with(name, "(" + profile.name() + " " + key + ")"));
            taken.add(id);
        }
        Kind kind = rule.kind().orElse(members.first().kind());
        found.add(
                new Found(
                        profile.level(),
                        new RedundancyGroup(
                                id,
                                kind,
                                members,
                                needed(rule, row, members.size()),
                                Optional.empty(),
                                claims.published(rule, row))));
    }

    private static Optional<String> field(String name, Row row, String key) {
        return name.equals("key") ? Optional.of(key) : row.text(name);
    }

    private static int needed(GroupRule rule, Row row, int members) {
        Optional<Long> needed = rule.neededOf().flatMap(f -> number(row, f));
        Optional<Long> spares = rule.sparesOf().flatMap(f -> number(row, f));
        long said = needed.orElseGet(() -> spares.map(s -> members - s).orElse(0L));
        return said >= 1 && said <= members ? (int) said : rule.needed().of(members);
    }

    private static Optional<Long> number(Row row, String field) {
        return row.field(field)
                .map(f -> StateJudge.number(f.value()))
                .flatMap(n -> n.isPresent() ? Optional.of(n.getAsLong()) : Optional.empty());
    }
}
