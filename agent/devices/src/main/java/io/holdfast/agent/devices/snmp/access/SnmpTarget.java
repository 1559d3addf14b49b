package io.holdfast.agent.devices.snmp.access;

/**
 * Where an SNMP agent listens (RFC 3417: UDP, port 161 unless said otherwise).
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param port the UDP port, 1 to 65535
 */
public record SnmpTarget(String host, int port) {

    /** The port of SNMP agents (RFC 3417, section 3.2). */
    public static final int DEFAULT_PORT = 161;

    private static final int LONGEST_HOST = 253;
    private static final int LAST_PORT = 65_535;

    public SnmpTarget {
        boolean plain =
                !host.isEmpty()
                        && host.length() <= LONGEST_HOST
                        && host.chars().allMatch(SnmpTarget::mayBeInHost);
        if (!plain) {
            throw new IllegalArgumentException(
                    "expected a host name or an address, found '" + host + "'");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "expected a port from 1 to " + LAST_PORT + ", found " + port);
        }
    }

    /**
     * The target that this text names: {@code host}, {@code host:port}, {@code 2001:db8::1} or
     * {@code [2001:db8::1]:port}.
     *
     * @throws IllegalArgumentException if the text is none of these; says what was found
     */
    public static SnmpTarget parse(String text) {
        String plain = text.strip();
        if (plain.startsWith("[")) {
            return bracketed(plain);
        }
        int colon = plain.indexOf(':');
        boolean bareIpv6 = colon >= 0 && plain.indexOf(':', colon + 1) >= 0;
        if (bareIpv6 && !plain.matches("[0-9A-Fa-f:.]+(%.+)?")) {
            throw new IllegalArgumentException(
                    "expected host[:port] or an IPv6 address, found '" + text + "'");
        }
        if (colon < 0 || bareIpv6) {
            return new SnmpTarget(plain, DEFAULT_PORT);
        }
        return new SnmpTarget(plain.substring(0, colon), port(plain.substring(colon + 1), text));
    }

    private static SnmpTarget bracketed(String text) {
        int end = text.indexOf(']');
        String address = end < 0 ? "" : text.substring(1, end);
        String rest = end < 0 ? "" : text.substring(end + 1);
        if (address.indexOf(':') < 0 || !(rest.isEmpty() || rest.startsWith(":"))) {
            throw new IllegalArgumentException(
                    "expected [IPv6 address] or [IPv6 address]:port, found '" + text + "'");
        }
        return new SnmpTarget(
                address, rest.isEmpty() ? DEFAULT_PORT : port(rest.substring(1), text));
    }

    private static int port(String word, String text) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected host[:port] with a port in digits, found '" + text + "'", e);
        }
    }

    private static boolean mayBeInHost(int c) {
        return c > ' ' && c < 0x7f && "/[]@\"'\\".indexOf(c) < 0;
    }

    /** As {@link #parse} reads it; without the port where that is the usual one. */
    @Override
    public String toString() {
        boolean ipv6 = host.indexOf(':') >= 0;
        if (port == DEFAULT_PORT) {
            return host;
        }
        return (ipv6 ? "[" + host + "]" : host) + ":" + port;
    }
}
