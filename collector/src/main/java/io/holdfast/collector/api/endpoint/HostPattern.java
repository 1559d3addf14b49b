package io.holdfast.collector.api.endpoint;

import io.holdfast.core.component.HostId;
import java.util.regex.Pattern;

/**
 * Chooses hosts: {@code site/rack/host} where {@code *} stands for any characters but a slash; a
 * part alone is a host's own name.
 */
record HostPattern(Pattern pattern) {

    static HostPattern of(String text) {
        if (text.isEmpty() || text.length() > 600) {
            throw new IllegalArgumentException("expected site/rack/host or a host's name");
        }
        String whole = text.contains("/") ? text : "*/*/" + text;
        StringBuilder regex = new StringBuilder();
        for (String literal : whole.split("((?<=\\*)|(?=\\*))", -1)) {
            regex.append(literal.equals("*") ? "[^/]*" : Pattern.quote(literal));
        }
        return new HostPattern(Pattern.compile(regex.toString()));
    }

    boolean matches(HostId host) {
        return pattern.matcher(host.toString()).matches();
    }
}
