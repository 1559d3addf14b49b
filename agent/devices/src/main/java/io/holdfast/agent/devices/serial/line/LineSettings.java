package io.holdfast.agent.devices.serial.line;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a serial line, written {@code 2400-8N1}, with {@code -rtscts} or {@code
 * -xonxoff} behind it where the device wants flow control.
 *
 * @param baud bits per second
 * @param dataBits 7 or 8
 * @param parity the check bit
 * @param stopBits 1 or 2
 * @param flow how a side holds the other back
 */
public record LineSettings(int baud, int dataBits, Parity parity, int stopBits, Flow flow) {

    /** What to write, in the words of an error message. */
    public static final String EXPECTED =
            "line parameters such as 2400-8N1, 9600-7E1 or 115200-8N1-rtscts";

    /** The check bit of each character. */
    public enum Parity {
        NONE('N'),
        EVEN('E'),
        ODD('O');

        private final char letter;

        Parity(char letter) {
            this.letter = letter;
        }
    }

    /** Flow control. */
    public enum Flow {
        NONE(""),
        RTS_CTS("-rtscts"),
        XON_XOFF("-xonxoff");

        private final String suffix;

        Flow(String suffix) {
            this.suffix = suffix;
        }
    }

    private static final Pattern FORM =
            Pattern.compile("(\\d{2,7})-([78])([NEO])([12])(|-rtscts|-xonxoff)");
    private static final int SLOWEST = 50;
    private static final int FASTEST = 4_000_000;

    public LineSettings {
        boolean fits = baud >= SLOWEST && baud <= FASTEST;
        if (!fits || dataBits < 7 || dataBits > 8 || stopBits < 1 || stopBits > 2) {
            throw new IllegalArgumentException(
                    "expected "
                            + EXPECTED
                            + ", found "
                            + text(baud, dataBits, parity, stopBits, flow));
        }
    }

    /** The parameters that this text names, or empty if it is not of that form. */
    public static Optional<LineSettings> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int baud = Integer.parseInt(form.group(1));
        if (baud < SLOWEST || baud > FASTEST) {
            return Optional.empty();
        }
        return Optional.of(
                new LineSettings(
                        baud,
                        Integer.parseInt(form.group(2)),
                        parity(form.group(3).charAt(0)),
                        Integer.parseInt(form.group(4)),
                        flow(form.group(5))));
    }

    /** A plain line of this speed: 8 bits, no parity, 1 stop bit, no flow control. */
    public static LineSettings plain(int baud) {
        return new LineSettings(baud, 8, Parity.NONE, 1, Flow.NONE);
    }

    /** How long one character takes, in nanoseconds. */
    public long characterNanos() {
        int bits = 1 + dataBits + (parity == Parity.NONE ? 0 : 1) + stopBits;
        return bits * 1_000_000_000L / baud;
    }

    @Override
    public String toString() {
        return text(baud, dataBits, parity, stopBits, flow);
    }

    private static String text(int baud, int dataBits, Parity parity, int stopBits, Flow flow) {
        return baud + "-" + dataBits + parity.letter + stopBits + flow.suffix;
    }

    private static Parity parity(char letter) {
        return switch (letter) {
            case 'E' -> Parity.EVEN;
            case 'O' -> Parity.ODD;
            case 'N' -> Parity.NONE;
            default -> throw new IllegalArgumentException("expected N, E or O, found " + letter);
        };
    }

    private static Flow flow(String suffix) {
        for (Flow flow : Flow.values()) {
            if (flow.suffix.equals(suffix)) {
                return flow;
            }
        }
        throw new IllegalArgumentException("expected a kind of flow control, found " + suffix);
    }
}
