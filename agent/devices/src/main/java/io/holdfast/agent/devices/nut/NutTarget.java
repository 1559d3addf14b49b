package io.holdfast.agent.devices.nut;

import java.util.Optional;

/**
 * Where upsd listens, and which of its devices to look at.
 *
 * @param host a name or address
 * @param port its TCP port
 * @param ups the device's name in ups.conf; empty for all that it knows
 */
public record NutTarget(String host, int port, Optional<String> ups) {

    /** The port that IANA gave to NUT. */
    public static final int PORT = 3493;

    public NutTarget {
        if (port < 1 || port > 65_535 || host.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected host and port, found '" + host + "' and " + port);
        }
    }

    /** Whether a name may be sent to upsd as it is. */
    public static boolean isName(String text) {
        return text.matches("[\\w.@-]{1,128}");
    }

    @Override
    public String toString() {
        return "upsd " + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
