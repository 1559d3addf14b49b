package io.holdfast.core.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statuses of HTTP (RFC 9110, section 15) from one to another, both included.
 *
 * @param least from 100
 * @param most to 599
 */
public record StatusRange(int least, int most) {

    /** Every success. */
    public static final StatusRange SUCCESS = new StatusRange(200, 299);

    private static final Pattern FORM = Pattern.compile("([1-5]\\d\\d)(?:-([1-5]\\d\\d))?");

    /** The range of a text such as {@code 204} or {@code 200-399}; empty where it is none. */
    public static Optional<StatusRange> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int least = Integer.parseInt(form.group(1));
        int most = form.group(2) == null ? least : Integer.parseInt(form.group(2));
        return least <= most ? Optional.of(new StatusRange(least, most)) : Optional.empty();
    }

    /** Whether a status is one of these. */
    public boolean contains(int status) {
        return status >= least && status <= most;
    }

    @Override
    public String toString() {
        return least == most ? Integer.toString(least) : least + "-" + most;
    }
}
