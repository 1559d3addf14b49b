package io.holdfast.agent.devices.serial.megatec;

import io.holdfast.agent.devices.ups.Condition;
import io.holdfast.agent.devices.ups.Part;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a UPS measures and how it does, whichever question it answered.
 *
 * @param question the question, which is the field that evidence names
 * @param inputVolts at its input
 * @param inputHertz at its input
 * @param outputVolts at its output
 * @param loadPercent of its greatest load
 * @param batteryVolts of the whole battery, or of one cell where {@link Ratings} are far above it
 * @param celsius inside
 * @param bits the status bits as they were sent, eight or more
 */
record Status(
        String question,
        OptionalDouble inputVolts,
        OptionalDouble inputHertz,
        OptionalDouble outputVolts,
        OptionalDouble loadPercent,
        OptionalDouble batteryVolts,
        OptionalDouble celsius,
        String bits) {

    private static final double FULL_LOAD_PERCENT = 100;
    private static final double CELL_VOLTS = 3;

    /** The meaning of the bits of {@code Q1} from the left (Megatec protocol, section D.1). */
    private enum Bit {
        UTILITY_FAILED(0),
        BATTERY_LOW(1),
        REGULATED(2),
        FAULT(3),
        TESTING(5),
        SHUTDOWN(6);

        private final int place;

        Bit(int place) {
            this.place = place;
        }

        boolean in(String bits) {
            return bits.charAt(place) == '1';
        }
    }

    /** The answer to {@code Q1} or {@code QS}; empty if it is not of that form. */
    static Optional<Status> decodeQ1(String question, byte[] answer) {
        Optional<String[]> fields = fields(answer, 8);
        return fields.filter(f -> Answers.bits(f[7], 8))
                .map(
                        f ->
                                new Status(
                                        question,
                                        Answers.number(f[0]),
                                        Answers.number(f[4]),
                                        Answers.number(f[2]),
                                        Answers.number(f[3]),
                                        Answers.number(f[5]),
                                        Answers.number(f[6]),
                                        f[7]));
    }

    /**
     * The answer to {@code QGS}; empty if it is not of that form. Its first two bits are the type
     * of the UPS; those behind them are those of {@code Q1}.
     */
    static Optional<Status> decodeQgs(byte[] answer) {
        Optional<String[]> fields = fields(answer, 12);
        return fields.filter(f -> Answers.bits(f[11], 10))
                .map(
                        f ->
                                new Status(
                                        "QGS",
                                        Answers.number(f[0]),
                                        Answers.number(f[1]),
                                        Answers.number(f[2]),
                                        Answers.number(f[5]),
                                        Answers.number(f[8]),
                                        Answers.number(f[10]),
                                        f[11].substring(2)));
    }

    private static Optional<String[]> fields(byte[] answer, int count) {
        return Answers.body(answer, '(')
                .map(body -> body.strip().split(" +"))
                .filter(fields -> fields.length >= count);
    }

    /** Notes everything that this says. */
    void tell(UpsFacts facts, Ratings ratings) {
        boolean testing = Bit.TESTING.in(bits);
        boolean failed = Bit.UTILITY_FAILED.in(bits);
        if (testing) {
            claim(facts, Condition.TESTING);
        }
        // A test runs on battery on purpose; where the mains fail meanwhile, the voltage says so.
        boolean onBattery = failed && !(testing && inputVolts.orElse(0) > 0);
        claim(facts, onBattery ? Condition.ON_BATTERY : Condition.ON_LINE);
        facts.claim(
                Part.BATTERY, Health.OK, question, bits, "the UPS does not call its battery bad");
        if (Bit.BATTERY_LOW.in(bits)) {
            claim(facts, Condition.LOW_BATTERY);
            if (onBattery) {
                claim(facts, Condition.ABOUT_TO_STOP);
            }
        }
        if (Bit.REGULATED.in(bits) && !onBattery) {
            claim(facts, regulated(ratings));
        }
        if (Bit.FAULT.in(bits)) {
            claim(facts, Condition.FAULT);
        }
        if (Bit.SHUTDOWN.in(bits)) {
            claim(facts, Condition.SHUTTING_DOWN);
        }
        if (loadPercent.orElse(0) > FULL_LOAD_PERCENT) {
            Condition.OVERLOAD.claim(facts, question, "load " + loadPercent.getAsDouble() + " %");
        }
        measure(facts, ratings);
    }

    private void claim(UpsFacts facts, Condition condition) {
        condition.claim(facts, question, bits);
    }

    /** One bit stands for bypass, boost and trim alike; only a voltage tells them apart. */
    private Condition regulated(Ratings ratings) {
        if (inputVolts.isEmpty() || ratings.inputVolts().isEmpty()) {
            return Condition.BYPASS;
        }
        double share = inputVolts.getAsDouble() / ratings.inputVolts().getAsDouble();
        if (share < 0.96) {
            return Condition.BOOST;
        }
        return share > 1.04 ? Condition.TRIM : Condition.BYPASS;
    }

    private void measure(UpsFacts facts, Ratings ratings) {
        facts.reading(Part.INPUT, "voltage", inputVolts, Unit.VOLT);
        facts.reading(Part.INPUT, "frequency", inputHertz, Unit.HERTZ);
        facts.reading(Part.UPS, "output", outputVolts, Unit.VOLT);
        facts.reading(
                Part.UPS,
                "load",
                loadPercent,
                Unit.PERCENT,
                Limits.high(OptionalDouble.of(FULL_LOAD_PERCENT), OptionalDouble.empty()));
        facts.reading(Part.UPS, "temperature", celsius, Unit.CELSIUS);
        facts.reading(Part.UPS, "rated_output", ratings.inputVolts(), Unit.VOLT);
        facts.reading(Part.UPS, "rated_current", ratings.outputAmperes(), Unit.AMPERE);
        boolean perCell =
                batteryVolts.orElse(CELL_VOLTS) < CELL_VOLTS
                        && ratings.batteryVolts().orElse(0) > 2 * CELL_VOLTS;
        facts.reading(Part.BATTERY, perCell ? "cell_voltage" : "voltage", batteryVolts, Unit.VOLT);
        facts.reading(Part.BATTERY, "rated_voltage", ratings.batteryVolts(), Unit.VOLT);
    }
}
