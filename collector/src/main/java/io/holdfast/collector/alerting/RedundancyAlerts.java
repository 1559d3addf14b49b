package io.holdfast.collector.alerting;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.event.GroupStanding;
import io.holdfast.collector.event.Recorded;
import io.holdfast.core.redundancy.Redundancy;
import java.util.List;
import java.util.Optional;

/**
 * Tells every change of a group's redundancy once.
 *
 * <p>Told is a change against what was told last, not against the event before: a group that
 * becomes unknown because its agent falls silent, and comes back as it was, makes no mail. What was
 * never told is taken for good; whoever was told of a trouble is told of its end.
 */
public final class RedundancyAlerts implements AlertPolicy {

    @Override
    public List<Alert> alerts(Recorded recorded, Memory memory) {
        return recorded.event() instanceof Event.RedundancyChanged changed
                ? alert(recorded, changed, memory).stream().toList()
                : List.of();
    }

    private static Optional<Alert> alert(
            Recorded recorded, Event.RedundancyChanged changed, Memory memory) {
        String about = changed.group().toString();
        Optional<Alert.Standing> told = memory.told(about);
        if (changed.after().isEmpty()) {
            return told.filter(Alert.Standing::trouble)
                    .map(was -> AlertText.gone(recorded, changed, was));
        }
        GroupStanding after = changed.after().get();
        if (after.redundancy() == Redundancy.UNKNOWN) {
            return Optional.empty();
        }
        Alert.Standing now = standing(after);
        boolean news = told.map(was -> !was.equals(now)).orElse(now.trouble());
        return news
                ? Optional.of(AlertText.changed(recorded, changed, after, now, told, memory))
                : Optional.empty();
    }

    private static Alert.Standing standing(GroupStanding after) {
        boolean trouble =
                switch (after.redundancy()) {
                    case FULL, UNKNOWN -> false;
                    case DEGRADED, INSUFFICIENT -> true;
                    case NONE -> after.members() > after.needed();
                };
        return new Alert.Standing(after.redundancy().word(), after.spares(), trouble);
    }
}
