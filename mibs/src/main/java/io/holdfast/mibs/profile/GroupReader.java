package io.holdfast.mibs.profile;

import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.Suggestion;
import io.holdfast.core.component.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Reads which components cover one another.
 *
 * @param reader knows the fields that every rule may use
 * @param components the rules that make members
 */
record GroupReader(FieldsReader reader, SortedMap<String, ComponentRule> components) {

    Optional<GroupRule> read(Section section) {
        Fields fields = reader.read(section);
        List<String> members = section.list("members", ProfileTypes.FIELD, 1, 16);
        Optional<Kind> kind = section.value("kind", ProfileTypes.KIND);
        Optional<Template> name = section.required("name", ProfileTypes.TEMPLATE);
        Optional<Template> key = section.value("key", ProfileTypes.TEMPLATE);
        Optional<Template> memberKey = section.value("member-key", ProfileTypes.TEMPLATE);
        Optional<String> neededOf = section.value("needed-of", ProfileTypes.FIELD);
        Optional<String> sparesOf = section.value("spares-of", ProfileTypes.FIELD);
        GroupRule.Needed needed =
                section.value("needed", ProfileTypes.NEEDED, new GroupRule.Needed.AllButOne());
        Map<String, GroupRule.PublishedRule> published =
                section.section("published").sections(s -> published(s, fields));
        key.ifPresent(k -> reader.require(section, "key", fields, k.fields()));
        neededOf.ifPresent(f -> reader.require(section, "needed-of", fields, Set.of(f)));
        sparesOf.ifPresent(f -> reader.require(section, "spares-of", fields, Set.of(f)));
        checkMembers(section, members, kind, memberKey);
        checkName(section, name, fields, key, memberKey);
        return Optional.of(
                new GroupRule(
                        members,
                        kind,
                        fields,
                        name.orElse(new Template("", List.of())),
                        key,
                        memberKey,
                        needed,
                        neededOf,
                        sparesOf,
                        published));
    }

    /** Without a table of groups, a group's name may have its members' key as {@code {key}}. */
    private void checkName(
            Section section,
            Optional<Template> name,
            Fields fields,
            Optional<Template> key,
            Optional<Template> memberKey) {
        if (name.isPresent() && fields.entry().isPresent()) {
            reader.require(section, "name", fields, name.get().fields());
        }
        if (fields.entry().isPresent() && key.isPresent() != memberKey.isPresent()) {
            section.problem("key", "expected both 'key' and 'member-key', found one");
        }
    }

    private void checkMembers(
            Section section,
            List<String> members,
            Optional<Kind> kind,
            Optional<Template> memberKey) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String member : members) {
            ComponentRule rule = components.get(member);
            if (rule == null) {
                String hint =
                        Suggestion.nearest(member, components.keySet())
                                .map(word -> "; did you mean '" + word + "'?")
                                .orElse("");
                section.problem("members", "no component rule '" + member + "'" + hint);
                continue;
            }
            rule.kind().ifPresent(kinds::add);
            memberKey.ifPresent(
                    k -> reader.require(section, "member-key", rule.fields(), k.fields()));
        }
        if (kinds.size() > 1 && kind.isEmpty()) {
            section.problem(
                    "members",
                    "expected members of one kind, or a 'kind' to count them as, found " + kinds);
        }
    }

    private Optional<GroupRule.PublishedRule> published(Section section, Fields fields) {
        Optional<String> of = section.required("of", ProfileTypes.FIELD);
        of.ifPresent(f -> reader.require(section, "of", fields, Set.of(f)));
        GroupRule.PublishedRule rule =
                new GroupRule.PublishedRule(
                        of.orElse(""),
                        NumberKeys.read(section.section("values"), ProfileTypes.REDUNDANCY),
                        section.section("when").values(ProfileTypes.PATTERN));
        reader.require(section, "when", fields, rule.when().keySet());
        return of.map(f -> rule);
    }
}
