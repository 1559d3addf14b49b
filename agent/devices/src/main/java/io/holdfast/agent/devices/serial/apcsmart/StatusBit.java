package io.holdfast.agent.devices.serial.apcsmart;

import io.holdfast.agent.devices.ups.Condition;

/** A bit of the answer to {@code Q} (APC: UPS-Link protocol, "Status"). */
enum StatusBit {
    CALIBRATING(0, Condition.TESTING),
    TRIM(1, Condition.TRIM),
    BOOST(2, Condition.BOOST),
    ON_LINE(3, Condition.ON_LINE),
    ON_BATTERY(4, Condition.ON_BATTERY),
    OVERLOAD(5, Condition.OVERLOAD),
    LOW_BATTERY(6, Condition.LOW_BATTERY),
    REPLACE_BATTERY(7, Condition.REPLACE_BATTERY);

    private final int bit;
    private final Condition condition;

    StatusBit(int bit, Condition condition) {
        this.bit = bit;
        this.condition = condition;
    }

    boolean in(int status) {
        return (status >> bit & 1) != 0;
    }

    Condition condition() {
        return condition;
    }
}
