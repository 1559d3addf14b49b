package io.holdfast.agent.devices.serial.megatec;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a UPS is made for: the answer to {@code F}, {@code #230.0 006 024.0 50.0}.
 *
 * @param inputVolts nominal voltage of input and output
 * @param outputAmperes greatest current
 * @param batteryVolts nominal voltage of the battery
 * @param hertz nominal frequency
 */
record Ratings(
        OptionalDouble inputVolts,
        OptionalDouble outputAmperes,
        OptionalDouble batteryVolts,
        OptionalDouble hertz) {

    /** A UPS that does not say. */
    static final Ratings UNKNOWN =
            new Ratings(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    private static final int FIELDS = 4;

    static Optional<Ratings> decode(byte[] answer) {
        return Answers.body(answer, '#')
                .map(body -> body.strip().split(" +"))
                .filter(fields -> fields.length == FIELDS)
                .map(
                        fields ->
                                new Ratings(
                                        Answers.number(fields[0]),
                                        Answers.number(fields[1]),
                                        Answers.number(fields[2]),
                                        Answers.number(fields[3])));
    }
}
