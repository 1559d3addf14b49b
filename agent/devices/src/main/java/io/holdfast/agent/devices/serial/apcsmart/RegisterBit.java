package io.holdfast.agent.devices.serial.apcsmart;

import io.holdfast.agent.devices.ups.Part;
import io.holdfast.core.observation.Health;

/** A bit of one of the three registers that bodes ill (APC: UPS-Link protocol, "Registers"). */
enum RegisterBit {
    BYPASS_FAULT(
            Question.REGISTER_1, 1, Part.UPS, Health.FAILED, "on bypass because of a fault inside"),
    BYPASS_ASKED(Question.REGISTER_1, 3, Part.UPS, Health.DEGRADED, "on bypass, as commanded"),
    BYPASS_SWITCH(Question.REGISTER_1, 5, Part.UPS, Health.DEGRADED, "on bypass by its switch"),
    FAN(Question.REGISTER_2, 0, Part.UPS, Health.DEGRADED, "a fan of its electronics has failed"),
    ISOLATION_FAN(
            Question.REGISTER_2,
            1,
            Part.UPS,
            Health.DEGRADED,
            "a fan of its isolation unit failed"),
    BYPASS_SUPPLY(Question.REGISTER_2, 2, Part.UPS, Health.DEGRADED, "its bypass supply failed"),
    OUTPUT_SELECT(
            Question.REGISTER_2,
            3,
            Part.UPS,
            Health.DEGRADED,
            "selecting the output voltage failed"),
    DC_IMBALANCE(Question.REGISTER_2, 4, Part.UPS, Health.DEGRADED, "direct current imbalance"),
    UNPOWERED(Question.REGISTER_3, 0, Part.UPS, Health.FAILED, "its output is off: low battery"),
    NO_TRANSFER(
            Question.REGISTER_3, 1, Part.UPS, Health.FAILED, "overloaded: cannot go on battery"),
    MAIN_RELAY(Question.REGISTER_3, 2, Part.UPS, Health.FAILED, "its main relay has failed"),
    SLEEPING(Question.REGISTER_3, 3, Part.UPS, Health.FAILED, "its output is off: it sleeps"),
    SHUT_DOWN(Question.REGISTER_3, 4, Part.UPS, Health.FAILED, "its output is off: shut down"),
    CHARGER(Question.REGISTER_3, 5, Part.BATTERY, Health.DEGRADED, "the charger has failed"),
    BYPASS_RELAY(Question.REGISTER_3, 6, Part.UPS, Health.DEGRADED, "its bypass relay has failed"),
    HOT(Question.REGISTER_3, 7, Part.UPS, Health.DEGRADED, "hotter than it should be");

    private final Question register;
    private final int bit;
    private final Part part;
    private final Health health;
    private final String label;

    RegisterBit(Question register, int bit, Part part, Health health, String label) {
        this.register = register;
        this.bit = bit;
        this.part = part;
        this.health = health;
        this.label = label;
    }

    Question register() {
        return register;
    }

    boolean in(int value) {
        return (value >> bit & 1) != 0;
    }

    Part part() {
        return part;
    }

    Health health() {
        return health;
    }

    String label() {
        return label;
    }
}
