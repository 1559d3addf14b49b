package io.holdfast.mibs.profile;

import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.Redundancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which components cover one another.
 *
 * @param members the rules that make them
 * @param kind what the members are counted as where they are of several kinds; such a group is not
 *     there while fewer than two of its members are
 * @param fields the table with a row for each group; no fields where there is one group, or one for
 *     each key of the members
 * @param name what the group is called
 * @param key a group's key among its rows
 * @param memberKey the key of the group that a member belongs to, of the member's row
 * @param needed how many must work where no field says so
 * @param neededOf the field that says how many must work
 * @param sparesOf the field that says how many may fail, of all
 * @param published what the device claims, by the name of the claim
 */
public record GroupRule(
        List<String> members,
        Optional<Kind> kind,
        Fields fields,
        Template name,
        Optional<Template> key,
        Optional<Template> memberKey,
        Needed needed,
        Optional<String> neededOf,
        Optional<String> sparesOf,
        Map<String, PublishedRule> published) {

    public GroupRule {
        members = List.copyOf(members);
        published = Map.copyOf(published);
    }

    /** How many members must work. */
    public sealed interface Needed {

        /** So many. */
        record Exactly(int members) implements Needed {}

        /** All but one, at least one. */
        record AllButOne() implements Needed {}

        /** Half of them, rounded up: two feeds, each with half of the supplies. */
        record Half() implements Needed {}

        /** All of them: nobody covers anybody. */
        record All() implements Needed {}

        /** How many of so many members. */
        default int of(int members) {
            return switch (this) {
                case Exactly(int exactly) -> exactly;
                case AllButOne() -> Math.max(1, members - 1);
                case Half() -> Math.max(1, (members + 1) / 2);
                case All() -> Math.max(1, members);
            };
        }
    }

    /**
     * A claim of the device.
     *
     * @param of the field
     * @param values what it means; a number that is not listed claims nothing
     * @param when the claim counts only where these fields match
     */
    public record PublishedRule(
            String of, NumberMap<Redundancy> values, Map<String, Pattern> when) {

        public PublishedRule {
            when = Map.copyOf(when);
        }
    }
}
