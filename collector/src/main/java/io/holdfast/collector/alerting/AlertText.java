package io.holdfast.collector.alerting;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.collector.event.Recorded;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of a mail about redundancy: what, where, spares, evidence, what to do. */
final class AlertText {

    /** More members than this are counted, not listed. */
    static final int MOST_MEMBERS = 20;

    private AlertText() {}

    static Alert changed(
            Recorded recorded,
            Event.RedundancyChanged changed,
            GroupStanding after,
            Alert.Standing now,
            Optional<Alert.Standing> told,
            AlertPolicy.Memory memory) {
        String group = changed.group().name();
        String host = changed.host().toString();
        Optional<Alert.Standing> before = told.or(() -> changed.before().map(AlertText::standing));
        String subject =
                "[holdfast] %s of %s: %s, %s"
                        .formatted(
                                group, host, headline(after, now), spares(after.spares(), before));
        StringBuilder body = new StringBuilder();
        line(body, "What", "redundancy of " + group + " is " + after.redundancy().word());
        line(body, "Where", host);
        line(body, "Spares", spares(after.spares(), before));
        line(body, "Before", before.map(Alert.Standing::redundancy).orElse("not seen before"));
        line(body, "Needs", after.needed() + " of " + after.members() + " members");
        line(
                body,
                "Since",
                second(changed.at()) + " (recorded " + second(recorded.recordedAt()) + ")");
        body.append('\n').append(members(after, memory));
        body.append('\n').append(next(after, now, changed));
        return new Alert(changed.group().toString(), now, subject, body.toString());
    }

    static Alert gone(Recorded recorded, Event.RedundancyChanged changed, Alert.Standing was) {
        String group = changed.group().name();
        String host = changed.host().toString();
        StringBuilder body = new StringBuilder();
        line(body, "What", group + " is no longer a redundancy group");
        line(body, "Where", host);
        line(body, "Before", was.redundancy() + ", spares " + was.spares());
        line(
                body,
                "Since",
                second(changed.at()) + " (recorded " + second(recorded.recordedAt()) + ")");
        body.append("\nIf that is not wanted: holdfast inventory --host ")
                .append(host)
                .append('\n');
        return new Alert(
                changed.group().toString(),
                new Alert.Standing("gone", 0, false),
                "[holdfast] %s of %s: no longer a group".formatted(group, host),
                body.toString());
    }

    private static Alert.Standing standing(GroupStanding standing) {
        return new Alert.Standing(standing.redundancy().word(), standing.spares(), false);
    }

    private static String headline(GroupStanding after, Alert.Standing now) {
        return switch (after.redundancy()) {
            case FULL -> "full again";
            case DEGRADED -> "degraded";
            case NONE -> now.trouble() ? "no spare left" : "as designed, without a spare";
            case INSUFFICIENT -> "INSUFFICIENT";
            case UNKNOWN -> "unknown";
        };
    }

    private static String spares(int now, Optional<Alert.Standing> before) {
        return before.map(was -> "spares " + spares(was) + " -> " + now).orElse("spares " + now);
    }

    private static String spares(Alert.Standing standing) {
        boolean known = !standing.redundancy().equals(Redundancy.UNKNOWN.word());
        return known ? Integer.toString(standing.spares()) : "?";
    }

    private static String members(GroupStanding after, AlertPolicy.Memory memory) {
        Map<ComponentId, Standing> troubled = after.troubled();
        if (troubled.isEmpty()) {
            return "Every member works.\n";
        }
        StringBuilder text = new StringBuilder("Members that do not simply work:\n");
        int listed = 0;
        for (Map.Entry<ComponentId, Standing> member : troubled.entrySet()) {
            if (listed++ == MOST_MEMBERS) {
                text.append("  and ").append(troubled.size() - MOST_MEMBERS).append(" more\n");
                break;
            }
            text.append("  ").append(member.getKey().local());
            text.append(": ").append(word(member.getValue())).append('\n');
            for (Evidence evidence : first(memory.evidence(member.getKey()))) {
                text.append("    because of ").append(because(evidence)).append('\n');
            }
        }
        return text.toString();
    }

    private static List<Evidence> first(List<Evidence> evidence) {
        return evidence.subList(0, Math.min(3, evidence.size()));
    }

    private static String because(Evidence evidence) {
        String key = evidence.key().isEmpty() ? "" : " " + evidence.key();
        String value = evidence.value().isEmpty() ? "" : " = " + evidence.value();
        String label = evidence.label().isEmpty() ? "" : " (" + evidence.label() + ")";
        return evidence.source() + key + value + label;
    }

    private static String next(
            GroupStanding after, Alert.Standing now, Event.RedundancyChanged changed) {
        String host = changed.host().toString();
        String look = "See all of it: holdfast report " + host + "\n";
        if (!now.trouble()) {
            return "Nothing to do.\n" + look;
        }
        String danger =
                after.redundancy() == Redundancy.DEGRADED
                        ? "It may lose " + after.spares() + " more before it stops.\n"
                        : after.redundancy() == Redundancy.NONE
                                ? "The next loss stops it: take nothing of it out of service.\n"
                                : "Too few members work: what it carries has stopped or will.\n";
        return danger
                + "Repair or replace the members above. If one was taken out on purpose:\n"
                + "holdfast inventory accept --yes "
                + host
                + "\n"
                + look;
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static void line(StringBuilder body, String name, String value) {
        body.append(name).append(": ").append(" ".repeat(7 - name.length())).append(value);
        body.append('\n');
    }
}
