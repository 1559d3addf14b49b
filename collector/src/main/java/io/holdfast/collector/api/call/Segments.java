package io.holdfast.collector.api.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the percent signs out of the pieces of a path (RFC 3986, section 2.1). */
final class Segments {

    private Segments() {}

    static Map<String, String> decoded(Map<String, String> variables) {
        return variables.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> decoded(e.getValue())));
    }

    private static String decoded(String segment) {
        try {
            // In a path a plus is a plus; URLDecoder would make it a space.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(
                    "expected a percent-encoded path, found '" + segment + "'", "");
        }
    }
}
