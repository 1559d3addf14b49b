package io.holdfast.agent.devices.serial.apcsmart;

import io.holdfast.agent.devices.ups.Condition;
import io.holdfast.agent.devices.ups.Part;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The answers to one round of questions, and what they say. For one thread. */
final class SmartAnswers {

    /** Characters that a UPS sends unasked when something happens, in the midst of anything. */
    private static final String ALERTS = "!$%+?=*#&|";

    private static final double SECONDS_PER_MINUTE = 60;

    private final Map<Question, String> texts = new EnumMap<>(Question.class);

    /** Takes an answer in; whether it is one at all. */
    boolean take(Question question, byte[] answer) {
        String text = text(answer);
        boolean meant = !text.isEmpty() && !text.equals("NA");
        if (meant) {
            texts.put(question, text);
        }
        return meant;
    }

    /** An answer without its line end and without alerts, which only an identity may contain. */
    static String text(byte[] answer) {
        StringBuilder out = new StringBuilder();
        new String(answer, StandardCharsets.ISO_8859_1)
                .chars()
                .filter(c -> c >= ' ' && c < 0x7f && ALERTS.indexOf(c) < 0)
                .forEach(c -> out.append((char) c));
        return out.toString().strip();
    }

    /** The status byte; empty where there is no such answer. */
    OptionalInt status() {
        return hex(Question.STATUS);
    }

    /** Notes everything; only to be called where there is a status. */
    void tell(UpsFacts facts) {
        facts.attribute(Part.UPS, "vendor", "APC");
        attribute(facts, Part.UPS, "model", Question.MODEL);
        attribute(facts, Part.UPS, "serial", Question.SERIAL);
        attribute(facts, Part.UPS, "firmware", Question.FIRMWARE);
        attribute(facts, Part.UPS, "manufactured", Question.MANUFACTURED);
        attribute(facts, Part.BATTERY, "date", Question.BATTERY_CHANGED);
        status().ifPresent(bits -> state(facts, bits));
        registers(facts);
        selfTest(facts);
        measure(facts);
    }

    private void state(UpsFacts facts, int bits) {
        String key = Question.STATUS.key();
        String value = texts.getOrDefault(Question.STATUS, "");
        boolean calibrating = StatusBit.CALIBRATING.in(bits);
        boolean onBattery = StatusBit.ON_BATTERY.in(bits) && !calibrating;
        for (StatusBit bit : StatusBit.values()) {
            boolean onPurpose = bit == StatusBit.ON_BATTERY && calibrating;
            if (bit.in(bits) && !onPurpose) {
                bit.condition().claim(facts, key, value);
            }
        }
        if (onBattery && StatusBit.LOW_BATTERY.in(bits)) {
            Condition.ABOUT_TO_STOP.claim(facts, key, value);
        }
        if (!StatusBit.ON_LINE.in(bits) && !StatusBit.ON_BATTERY.in(bits)) {
            Condition.OFF.claim(facts, key, value);
        }
        facts.claim(Part.BATTERY, Health.OK, key, value, "nothing is said against it");
    }

    private void registers(UpsFacts facts) {
        for (RegisterBit bit : RegisterBit.values()) {
            OptionalInt value = hex(bit.register());
            if (value.isPresent() && bit.in(value.getAsInt())) {
                facts.claim(
                        bit.part(),
                        bit.health(),
                        bit.register().key(),
                        texts.getOrDefault(bit.register(), ""),
                        bit.label());
            }
        }
    }

    private void selfTest(UpsFacts facts) {
        String result = texts.getOrDefault(Question.SELF_TEST, "");
        if (result.equals("BT")) {
            facts.claim(
                    Part.BATTERY,
                    Health.DEGRADED,
                    Question.SELF_TEST.key(),
                    result,
                    "self test: the battery holds too little");
        } else if (result.equals("NG")) {
            facts.claim(
                    Part.UPS,
                    Health.DEGRADED,
                    Question.SELF_TEST.key(),
                    result,
                    "self test failed: overload");
        }
        if (number(Question.BAD_PACKS).orElse(0) > 0) {
            facts.claim(
                    Part.BATTERY,
                    Health.DEGRADED,
                    Question.BAD_PACKS.key(),
                    texts.getOrDefault(Question.BAD_PACKS, ""),
                    "battery packs are bad");
        }
    }

    private void measure(UpsFacts facts) {
        facts.present(Part.INPUT);
        facts.reading(
                Part.INPUT,
                "voltage",
                number(Question.LINE_VOLTS),
                Unit.VOLT,
                new Limits(
                        OptionalDouble.empty(),
                        number(Question.LOW_TRANSFER_VOLTS),
                        number(Question.HIGH_TRANSFER_VOLTS),
                        OptionalDouble.empty()));
        facts.reading(Part.INPUT, "frequency", number(Question.HERTZ), Unit.HERTZ);
        facts.reading(Part.UPS, "output", number(Question.OUTPUT_VOLTS), Unit.VOLT);
        facts.reading(
                Part.UPS,
                "load",
                number(Question.LOAD_PERCENT),
                Unit.PERCENT,
                Limits.high(OptionalDouble.of(100), OptionalDouble.empty()));
        facts.reading(Part.UPS, "temperature", number(Question.CELSIUS), Unit.CELSIUS);
        facts.reading(Part.BATTERY, "charge", number(Question.BATTERY_PERCENT), Unit.PERCENT);
        facts.reading(Part.BATTERY, "voltage", number(Question.BATTERY_VOLTS), Unit.VOLT);
        OptionalDouble minutes = number(Question.RUNTIME_MINUTES);
        if (minutes.isPresent()) {
            facts.reading(
                    Part.BATTERY,
                    "runtime",
                    OptionalDouble.of(minutes.getAsDouble() * SECONDS_PER_MINUTE),
                    Unit.SECONDS);
        }
    }

    private void attribute(UpsFacts facts, Part part, String name, Question question) {
        Optional.ofNullable(texts.get(question))
                .ifPresent(text -> facts.attribute(part, name, text));
    }

    private OptionalInt hex(Question question) {
        String text = texts.getOrDefault(question, "");
        return text.matches("[0-9A-Fa-f]{2}")
                ? OptionalInt.of(Integer.parseInt(text, 16))
                : OptionalInt.empty();
    }

    /** A number, {@code 230.1} or {@code 0112:}. */
    private OptionalDouble number(Question question) {
        String text = texts.getOrDefault(question, "");
        String digits = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        return digits.length() <= 8 && digits.matches("\\d+(\\.\\d*)?")
                ? OptionalDouble.of(Double.parseDouble(digits))
                : OptionalDouble.empty();
    }
}
