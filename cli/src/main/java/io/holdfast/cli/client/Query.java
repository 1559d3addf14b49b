package io.holdfast.cli.client;

import io.holdfast.core.component.HostId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A path with its query, encoded. */
public final class Query {

    private final StringBuilder target;
    private char separator = '?';

    private Query(String path) {
        target = new StringBuilder(path);
    }

    public static Query of(String path) {
        return new Query(path);
    }

    /** The path with one more part, in which nothing but letters and digits keeps its meaning. */
    public Query segment(String part) {
        target.append('/').append(encoded(part));
        return this;
    }

    /** The path with a host's three parts. */
    public Query host(HostId host) {
        return segment(host.site()).segment(host.rack()).segment(host.host());
    }

    /** A parameter, left out where it is missing. */
    public Query with(String name, Optional<?> value) {
        value.ifPresent(
                given -> {
                    target.append(separator)
                            .append(name)
                            .append('=')
                            .append(encoded(given.toString()));
                    separator = '&';
                });
        return this;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return target.toString();
    }
}
