package io.holdfast.agent.devices.serial.megatec;

import io.holdfast.agent.devices.ups.Condition;
import io.holdfast.agent.devices.ups.Part;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.observation.Health;
import java.util.Optional;

/** How a Voltronic UPS works at the moment: the answer to {@code QMOD}, one letter. */
enum Mode {
    POWER_ON('P', Optional.empty()),
    STANDBY('S', Optional.of(Condition.OFF)),
    BYPASS('Y', Optional.of(Condition.BYPASS)),
    LINE('L', Optional.of(Condition.ON_LINE)),
    BATTERY('B', Optional.of(Condition.ON_BATTERY)),
    BATTERY_TEST('T', Optional.of(Condition.TESTING)),
    FAULT('F', Optional.of(Condition.FAULT)),
    EFFICIENT('E', Optional.of(Condition.ON_LINE)),
    CONVERTER('C', Optional.of(Condition.ON_LINE)),
    SHUTDOWN('D', Optional.of(Condition.SHUTTING_DOWN));

    private final char letter;
    private final Optional<Condition> condition;

    Mode(char letter, Optional<Condition> condition) {
        this.letter = letter;
        this.condition = condition;
    }

    static Optional<Mode> decode(byte[] answer) {
        Optional<String> body =
                Answers.body(answer, '(').map(String::strip).filter(text -> !text.isEmpty());
        for (Mode mode : values()) {
            // Inverters put a checksum behind the letter.
            if (body.isPresent()
                    && body.get().length() <= 3
                    && body.get().charAt(0) == mode.letter) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    void claim(UpsFacts facts) {
        condition.ifPresent(known -> known.claim(facts, "QMOD", String.valueOf(letter)));
    }

    /**
     * Notes the mode of an inverter: one that prefers its battery runs on it with the grid there.
     */
    void claimOfInverter(UpsFacts facts, boolean fed) {
        if (this == BATTERY && fed) {
            facts.claim(
                    Part.UPS,
                    Health.OK,
                    "QMOD",
                    String.valueOf(letter),
                    "on battery by its own choice: the grid is there");
        } else {
            claim(facts);
        }
    }
}
