package io.holdfast.agent.devices.ipmi.sdr;

/**
 * How one compact or event-only record stands for several sensors (IPMI 2.0, table 43-2, bytes 24
 * and 25).
 *
 * @param count how many, at least 1
 * @param letters whether names go on by letters, not by numbers
 * @param offset what the first name's number or letter is
 * @param entities whether the entity's instance goes on with the sensor
 */
public record Sharing(int count, boolean letters, int offset, boolean entities) {

    /** One record, one sensor. */
    public static final Sharing ALONE = new Sharing(1, false, 0, false);

    static Sharing of(int first, int second) {
        return new Sharing(
                Math.max(1, first & 0xf), (first & 0x30) == 0x10, second & 0x7f, second > 0x7f);
    }

    /** The name of one of the sensors. */
    String name(String base, int index) {
        if (count == 1) {
            return base;
        }
        int number = offset + index;
        return base + (letters ? letter(number) : Integer.toString(number));
    }

    private static String letter(int number) {
        String low = String.valueOf((char) ('A' + number % 26));
        return number < 26 ? low : letter(number / 26 - 1) + low;
    }
}
