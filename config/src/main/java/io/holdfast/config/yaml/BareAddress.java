package io.holdfast.config.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv6 address that was written without quotes, whose bracket or colon YAML takes for its own.
 *
 * @param at where in its line it begins, in code points from 0
 * @param text the address as it was written
 */
record BareAddress(int at, String text) {

    private static final String V6 = "[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(?:%[\\w.-]+)?";

    /** In brackets, or where a list's item begins with a colon; never just behind a quote. */
    private static final Pattern IN_LINE =
            Pattern.compile(
                    "(?<![\\w\"'])\\["
                            + V6
                            + "](?::\\d{1,5})?(?!\\w)"
                            + "|(?<=(?<![\"'])\\[\\s{0,9}|,\\s{0,9})"
                            + "::[0-9A-Fa-f][0-9A-Fa-f:.]*(?=[\\],\\s])");

    private static final Pattern ALONE = Pattern.compile(V6);

    /** The first in a line that is not YAML. */
    static Optional<BareAddress> in(String line) {
        Matcher matcher = IN_LINE.matcher(line);
        return matcher.find()
                ? Optional.of(new BareAddress(before(line, matcher.start()), matcher.group()))
                : Optional.empty();
    }

    private static int before(String line, int end) {
        return line.codePointCount(0, end);
    }

    /** What became of one, where YAML has read it as a list of one value. */
    static Optional<BareAddress> of(List<Node> items) {
        if (items.size() == 1
                && items.getFirst() instanceof Node.Scalar scalar
                && ALONE.matcher(scalar.text()).matches()) {
            return Optional.of(new BareAddress(0, "[" + scalar.text() + "]"));
        }
        return Optional.empty();
    }

    /** How it is written. */
    String hint() {
        return "an IPv6 address is written in quotes: \"" + text + "\"";
    }
}
