package io.holdfast.core.observation;

/**
 * Where a claim comes from, so that a person can look for himself.
 *
 * @param source what was asked: a file's path, a command line, {@code rtnetlink}, an SNMP agent
 * @param key the field there: a file's key, a JSON path, a counter, an OID with its instance
 * @param value what it said, as it said it
 * @param label what that means, in plain words; may be empty
 */
public record Evidence(String source, String key, String value, String label) {

    /** Longer values are cut: evidence is for reading, not for storing. */
    public static final int LONGEST_VALUE = 200;

    public Evidence {
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE);
        }
        source = source.intern();
        key = key.intern();
        label = label.intern();
    }

    /** Evidence from a file of {@code /proc} or {@code /sys}. */
    public static Evidence ofFile(String path, String value, String label) {
        return new Evidence(path, "", value, label);
    }
}
