package io.holdfast.agent.devices.nut;

import io.holdfast.agent.devices.ups.Condition;
import java.util.Optional;

/** A word of NUT's {@code ups.status} (NUT: docs/new-drivers.txt, "Status data"). */
enum StatusWord {
    OL(Condition.ON_LINE),
    OB(Condition.ON_BATTERY),
    LB(Condition.LOW_BATTERY),
    HB(Condition.HIGH_BATTERY),
    RB(Condition.REPLACE_BATTERY),
    OVER(Condition.OVERLOAD),
    TRIM(Condition.TRIM),
    BOOST(Condition.BOOST),
    BYPASS(Condition.BYPASS),
    CAL(Condition.TESTING),
    TEST(Condition.TESTING),
    OFF(Condition.OFF),
    FSD(Condition.SHUTTING_DOWN),
    SD(Condition.SHUTTING_DOWN),
    ALARM(Condition.ALARM),
    CHRG,
    DISCHRG,
    HE,
    ECO;

    private final Optional<Condition> condition;

    StatusWord(Condition condition) {
        this.condition = Optional.of(condition);
    }

    /** A word that says nothing of how the UPS is. */
    StatusWord() {
        condition = Optional.empty();
    }

    Optional<Condition> condition() {
        return condition;
    }

    static Optional<StatusWord> of(String text) {
        for (StatusWord word : values()) {
            if (word.name().equals(text)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
