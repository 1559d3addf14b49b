package io.holdfast.agent.devices.serial.megatec;

import io.holdfast.agent.devices.ups.Part;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a Voltronic inverter measures: the answer to {@code QPIGS}. Questions and answers carry a
 * CRC-16/XMODEM before the carriage return, in which a byte that would look like {@code (}, CR or
 * LF is sent one higher.
 *
 * @param fields in the order of the protocol: grid volts and hertz, output volts and hertz, VA, W,
 *     load percent, bus volts, battery volts, charging amperes, battery percent, heat sink celsius
 */
record Inverter(List<String> fields) {

    private static final int LEAST_FIELDS = 12;
    private static final double LEAST_GRID_VOLTS = 50;

    /** A question with its checksum and carriage return. */
    static byte[] question(String text) {
        byte[] plain = text.getBytes(StandardCharsets.US_ASCII);
        byte[] framed = Arrays.copyOf(plain, plain.length + 3);
        int crc = crc(plain, plain.length);
        framed[plain.length] = (byte) (crc >> 8);
        framed[plain.length + 1] = (byte) crc;
        framed[plain.length + 2] = '\r';
        return framed;
    }

    /** An answer whose checksum holds, without checksum; empty otherwise. */
    static Optional<byte[]> checked(byte[] answer) {
        int text = answer.length - 3;
        if (text < 1 || answer[answer.length - 1] != '\r') {
            return Optional.empty();
        }
        int crc = crc(answer, text);
        boolean holds = answer[text] == (byte) (crc >> 8) && answer[text + 1] == (byte) crc;
        byte[] plain = Arrays.copyOf(answer, text + 1);
        plain[text] = '\r';
        return holds ? Optional.of(plain) : Optional.empty();
    }

    static Optional<Inverter> decode(byte[] answer) {
        return checked(answer)
                .flatMap(plain -> Answers.body(plain, '('))
                .map(body -> List.of(body.strip().split(" +")))
                .filter(fields -> fields.size() >= LEAST_FIELDS)
                .map(Inverter::new);
    }

    /** Whether the grid is there, whatever the inverter chooses to run on. */
    boolean fed() {
        return number(0).orElse(0) >= LEAST_GRID_VOLTS;
    }

    void tell(UpsFacts facts) {
        OptionalDouble grid = number(0);
        if (grid.isPresent()) {
            boolean fed = fed();
            facts.claim(
                    Part.INPUT,
                    fed ? Health.OK : Health.FAILED,
                    "QPIGS",
                    fields.get(0),
                    fed ? "the grid feeds it" : "no usable power at its input");
        }
        facts.reading(Part.INPUT, "voltage", grid, Unit.VOLT);
        facts.reading(Part.INPUT, "frequency", number(1), Unit.HERTZ);
        facts.reading(Part.UPS, "output", number(2), Unit.VOLT);
        facts.reading(Part.UPS, "output_power", number(5), Unit.WATT);
        facts.reading(
                Part.UPS,
                "load",
                number(6),
                Unit.PERCENT,
                Limits.high(OptionalDouble.of(100), OptionalDouble.empty()));
        facts.reading(Part.UPS, "temperature", number(11), Unit.CELSIUS);
        facts.present(Part.BATTERY);
        facts.reading(Part.BATTERY, "voltage", number(8), Unit.VOLT);
        facts.reading(Part.BATTERY, "charging", number(9), Unit.AMPERE);
        facts.reading(Part.BATTERY, "charge", number(10), Unit.PERCENT);
    }

    private OptionalDouble number(int index) {
        return Answers.number(fields.get(index));
    }

    private static int crc(byte[] bytes, int length) {
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc ^= (bytes[i] & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
        }
        return escaped(crc >> 8) << 8 | escaped(crc);
    }

    private static int escaped(int octet) {
        int low = octet & 0xff;
        return low == '(' || low == '\r' || low == '\n' ? low + 1 : low;
    }
}
