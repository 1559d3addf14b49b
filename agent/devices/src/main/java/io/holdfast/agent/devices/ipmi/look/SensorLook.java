package io.holdfast.agent.devices.ipmi.look;

import io.holdfast.agent.devices.ipmi.sdr.SdrRecord.Sensor;
import io.holdfast.agent.devices.ipmi.sensor.Meaning;
import io.holdfast.agent.devices.ipmi.sensor.State;
import io.holdfast.agent.devices.ipmi.sensor.States;
import io.holdfast.agent.devices.ipmi.sensor.Thresholds;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One sensor in one look.
 *
 * @param sensor what it is
 * @param thresholds its thresholds; {@link Thresholds#NONE} where it has none
 * @param seen what came of asking it
 */
public record SensorLook(Sensor sensor, Thresholds thresholds, Seen seen) {

    /** Its discrete states; none where it has thresholds instead, or no present state. */
    public List<State> states() {
        return seen instanceof Seen.Present(var reading, var value) && !sensor.thresholds()
                ? States.of(sensor.type(), sensor.eventType(), reading.bits() & 0x7fff)
                : List.of();
    }

    /** Whether one of its states has this meaning. */
    public boolean says(Meaning meaning) {
        return states().stream().anyMatch(state -> state.meaning() == meaning);
    }

    /** Whether it could say that its thing is there. */
    public boolean canSay(Meaning meaning) {
        return States.of(sensor.type(), sensor.eventType(), sensor.mask()).stream()
                .anyMatch(state -> state.meaning() == meaning);
    }

    /** Its states in words, joined by a comma; {@code ok} where none is set. */
    public String words() {
        return switch (seen) {
            case Seen.Present(var reading, var value) when sensor.thresholds() -> {
                String passed = Thresholds.words(reading.bits() & 0x3f);
                yield passed.isEmpty() ? "ok" : passed;
            }
            case Seen.Present present -> {
                String all = states().stream().map(State::label).collect(Collectors.joining(", "));
                yield all.isEmpty() ? "ok" : all;
            }
            case Seen.NotAvailable none -> "no reading";
            case Seen.NotThere none -> "not present";
            case Seen.Refused(int code) -> "refused";
            case Seen.Lost lost -> "no answer";
            case Seen.NotAsked none -> "not asked";
        };
    }
}
