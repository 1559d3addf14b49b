package io.holdfast.collector.authority;

import io.holdfast.core.component.HostId;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which hosts a token is for: {@code site/rack/host}, where {@code *} stands for any characters but
 * a slash; a lone {@code *} stands for every host.
 */
record HostPattern(String text) {

    private static final String EVERY = "*";
    private static final int PARTS = 3;
    private static final int LONGEST = 300;

    HostPattern {
        String[] parts = text.split("/", -1);
        boolean whole = parts.length == PARTS && Arrays.stream(parts).noneMatch(String::isEmpty);
        boolean every = text.equals(EVERY);
        if ((!whole && !every) || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected a host or a pattern as site/rack/host, such as ber1/*/db*, found '"
                            + text
                            + "'");
        }
    }

    boolean matches(HostId host) {
        if (text.equals(EVERY)) {
            return true;
        }
        String regex =
                Arrays.stream(text.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[^/]*"));
        return Pattern.matches(regex, host.toString());
    }
}
