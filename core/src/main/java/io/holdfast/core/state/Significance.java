package io.holdfast.core.state;

import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Observation.Reported;
import io.holdfast.core.observation.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which observations are worth telling.
 *
 * <p>A change of health, presence or silence always is. A reading that only wanders is told when it
 * has moved by more than {@code deadband} of its value, or when the last telling is older than
 * {@code refresh} and it has moved at all.
 *
 * @param deadband a part of the last told value, such as 0.02
 * @param refresh the longest time for which a small move goes untold
 */
public record Significance(double deadband, Duration refresh) {

    /** Two per cent, or a minute. */
    public static final Significance DEFAULT = new Significance(0.02, Duration.ofMinutes(1));

    /** Whether {@code now} is worth telling to someone who was told {@code before}. */
    public boolean differs(Optional<Observation> before, Observation now) {
        return before.map(told -> differs(told, now)).orElse(true);
    }

    private boolean differs(Observation before, Observation now) {
        return switch (now) {
            case Reported reported -> !(before instanceof Reported told) || differs(told, reported);
            case Observation.Absent absent -> !(before instanceof Observation.Absent);
            case Observation.Silent silent ->
                    !(before instanceof Observation.Silent told)
                            || told.reason().cause() != silent.reason().cause();
        };
    }

    private boolean differs(Reported told, Reported now) {
        if (told.health() != now.health() || told.readings().size() != now.readings().size()) {
            return true;
        }
        boolean due = !now.at().isBefore(told.at().plus(refresh));
        if (due && !told.evidence().equals(now.evidence())) {
            return true;
        }
        return moved(told.readings(), now.readings(), due ? 0 : deadband);
    }

    private static boolean moved(List<Reading> told, List<Reading> now, double deadband) {
        for (int i = 0; i < now.size(); i++) {
            Reading was = told.get(i);
            Reading is = now.get(i);
            boolean sameReading = was.name().equals(is.name()) && was.unit() == is.unit();
            if (!sameReading || !was.limits().equals(is.limits())) {
                return true;
            }
            if (Math.abs(is.value() - was.value()) > deadband * Math.abs(was.value())) {
                return true;
            }
        }
        return false;
    }
}
