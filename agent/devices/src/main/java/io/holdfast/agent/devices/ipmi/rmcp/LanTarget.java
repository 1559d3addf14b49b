package io.holdfast.agent.devices.ipmi.rmcp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A BMC on the network and who we are to it.
 *
 * @param host its name or address
 * @param port its UDP port, 623 by default
 * @param user the user's name, at most {@value #MOST_USER_BYTES} bytes; may be empty
 * @param password the user's password
 * @param suite the cipher suite to use; empty to take the best that the BMC offers
 * @param privilege what the session asks for
 */
public record LanTarget(
        String host,
        int port,
        String user,
        Password password,
        Optional<CipherSuite> suite,
        Privilege privilege) {

    public static final int DEFAULT_PORT = 623;
    public static final int MOST_USER_BYTES = 16;

    public LanTarget {
        int length = user.getBytes(StandardCharsets.UTF_8).length;
        if (length > MOST_USER_BYTES) {
            throw new IllegalArgumentException(
                    "expected an IPMI user of at most "
                            + MOST_USER_BYTES
                            + " bytes, found "
                            + length);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("expected a port from 1 to 65535, found " + port);
        }
    }

    byte[] userBytes() {
        return user.getBytes(StandardCharsets.UTF_8);
    }
}
