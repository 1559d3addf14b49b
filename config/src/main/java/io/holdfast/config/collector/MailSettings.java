package io.holdfast.config.collector;

import io.holdfast.config.secret.SecretSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a collector sends mail.
 *
 * @param from the sender's address
 * @param to who gets every mail; 1 to {@value #MOST_RECIPIENTS} addresses
 * @param host the mail server
 * @param port its port
 * @param security how the connection is protected
 * @param login who logs in; empty for a server that asks nobody
 * @param helloName what we call ourselves in EHLO (RFC 5321, section 4.1.1.1); empty for this
 *     machine's own name
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param writeTimeout how long sending a piece may take
 */
public record MailSettings(
        String from,
        List<String> to,
        String host,
        int port,
        Security security,
        Optional<Login> login,
        Optional<String> helloName,
        Duration connectTimeout,
        Duration readTimeout,
        Duration writeTimeout) {

    public static final int MOST_RECIPIENTS = 100;

    public MailSettings {
        to = List.copyOf(to);
    }

    /** How the connection to the mail server is protected. */
    public enum Security {
        /** In clear at first, then STARTTLS, without which nothing is sent (RFC 3207). */
        STARTTLS(587),
        /** TLS from the first byte (RFC 8314). */
        TLS(465),
        /** In clear throughout; no password is ever sent this way. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** The port that is customary for it. */
        public int port() {
            return port;
        }
    }

    /**
     * Who logs in at the mail server.
     *
     * @param user the user
     * @param password where the password is found
     */
    public record Login(String user, SecretSource password) {}
}
