package io.holdfast.agent.devices.linux.storage;

import io.holdfast.agent.devices.smart.SmartAnswer;
import io.holdfast.core.observation.Silence;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a disk's own health: the last verdict, which may be old, and why there is no
 * newer one.
 *
 * @param verdict the last that the disk said
 * @param at when it said so
 * @param silence why the last question brought nothing; empty where it did
 */
record SmartState(
        Optional<SmartAnswer.Verdict> verdict, Optional<Instant> at, Optional<Silence> silence) {

    /** This after another answer: a disk that sleeps keeps what it said when it was awake. */
    static SmartState after(Optional<SmartState> before, SmartAnswer answer, Instant at) {
        return switch (answer) {
            case SmartAnswer.Verdict verdict ->
                    new SmartState(Optional.of(verdict), Optional.of(at), Optional.empty());
            case SmartAnswer.Asleep asleep ->
                    new SmartState(
                            before.flatMap(SmartState::verdict),
                            before.flatMap(SmartState::at),
                            Optional.of(
                                    Silence.of(
                                            Silence.Cause.NOT_ASKED,
                                            "the disk sleeps and is not woken")));
            case SmartAnswer.Mute(Silence silence) ->
                    new SmartState(
                            before.flatMap(SmartState::verdict),
                            before.flatMap(SmartState::at),
                            Optional.of(silence));
        };
    }
}
