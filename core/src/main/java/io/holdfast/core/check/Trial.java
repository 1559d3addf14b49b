package io.holdfast.core.check;

import io.holdfast.core.device.Trust;
import java.util.List;
import java.util.Optional;

/** What is tried of a service. */
public sealed interface Trial {

    /** What is tried, for people: a line without secrets. */
    String shown();

    /** A TCP connection is opened, and closed again without a word. */
    record Tcp(String host, int port) implements Trial {
        @Override
        public String shown() {
            return "tcp " + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A page is fetched by GET; redirections are not followed.
     *
     * @param url an http or https address
     * @param status the statuses that are good
     * @param body a regular expression that has to be found in the first {@value #MOST_BODY_BYTES}
     *     bytes of the body
     * @param trust by what a certificate is believed; of no account for http
     */
    record Http(String url, StatusRange status, Optional<String> body, Trust trust)
            implements Trial {

        /** More of a body is not read. */
        public static final int MOST_BODY_BYTES = 256 * 1024;

        @Override
        public String shown() {
            return "GET " + url;
        }
    }

    /** ICMP echo requests are sent, of which one has to be answered. */
    record Ping(String host) implements Trial {
        @Override
        public String shown() {
            return "ping " + host;
        }
    }

    /**
     * A program is run that ends as monitoring plugins do: 0 ok, 1 warning, 2 critical, 3 unknown.
     *
     * @param command the program's absolute path and its arguments; never empty
     */
    record Exec(List<String> command) implements Trial {
        public Exec {
            command = List.copyOf(command);
            if (command.isEmpty()) {
                throw new IllegalArgumentException("expected a program to run, found none");
            }
        }

        @Override
        public String shown() {
            return String.join(" ", command);
        }
    }
}
