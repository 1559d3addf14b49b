package io.holdfast.config.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name or address with a TCP port; an IPv6 address is written in brackets, as in RFC 3986,
 * section 3.2.2, and held without them.
 *
 * @param host a DNS name, an IPv4 or an IPv6 address
 * @param port from 0 (any free port, for listening only) to 65535
 */
public record HostPort(String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+(?:%[\\w.-]+)?)]|([^\\[\\]:/@\\s]+)):(\\d{1,5})");

    /** What a text names, or empty where it is not {@code host:port}. */
    public static Optional<HostPort> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String v6 = matcher.group(1);
        String host = v6 == null ? matcher.group(2) : v6;
        boolean known = v6 == null ? NetworkNames.isHost(host) : v6.contains(":");
        int port = Integer.parseInt(matcher.group(3));
        return known && port <= 65_535 ? Optional.of(new HostPort(host, port)) : Optional.empty();
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
