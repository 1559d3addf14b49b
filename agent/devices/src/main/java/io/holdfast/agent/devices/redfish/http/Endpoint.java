package io.holdfast.agent.devices.redfish.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a BMC listens.
 *
 * @param tls whether it speaks TLS
 * @param host its name or address; an IPv6 address without brackets
 * @param port the TCP port
 */
public record Endpoint(boolean tls, String host, int port) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * The endpoint of {@code https://host[:port]}, {@code http://host[:port]} or {@code
     * host[:port]}; a path of {@code /redfish...} is accepted and means nothing.
     *
     * @throws IllegalArgumentException if the text is no such thing, with what was expected
     */
    public static Endpoint parse(String text) {
        String url = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            String path = uri.getPath() == null ? "" : uri.getPath();
            boolean known = scheme.equals("https") || scheme.equals("http");
            boolean plainPath = path.isEmpty() || path.equals("/") || path.startsWith("/redfish");
            boolean bare = uri.getUserInfo() == null && uri.getQuery() == null;
            if (known && host != null && plainPath && bare && uri.getFragment() == null) {
                boolean tls = scheme.equals("https");
                int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
                return new Endpoint(tls, host.replaceAll("[\\[\\]]", ""), port);
            }
        } catch (URISyntaxException e) {
            // Told below, as any other text that is no URL of a BMC.
        }
        // The text itself may hold a password before an @ and is not repeated then.
        String found = text.contains("@") ? "a URL with a user in it" : "'" + text + "'";
        throw new IllegalArgumentException(
                "expected the BMC as https://host[:port], found " + found);
    }

    /**
     * The host with brackets around an IPv6 address, and the port where it is not the usual one.
     */
    public String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (tls ? HTTPS : HTTP) ? name : name + ":" + port;
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority();
    }
}
