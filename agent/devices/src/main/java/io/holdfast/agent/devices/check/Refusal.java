package io.holdfast.agent.devices.check;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Silence;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What a connection that did not come about says of the service: refused, unanswered and broken off
 * are its fault, a name that does not resolve or a network that this machine is not on are not.
 */
final class Refusal {

    private Refusal() {}

    static Answer of(String trial, Throwable why, Duration patience) {
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof UnknownHostException
                    || each instanceof UnresolvedAddressException) {
                return unresolved(trial);
            }
            if (words(each).contains("network is unreachable")) {
                return new Answer.Unclear(
                        new Silence(
                                Silence.Cause.FAILED,
                                "this machine has no route for " + trial,
                                "look at this machine's own network: ip route"));
            }
        }
        return new Answer.Bad(new Evidence(trial, "", "", words(why, patience)));
    }

    static Answer unresolved(String name) {
        return new Answer.Unclear(
                new Silence(
                        Silence.Cause.FAILED,
                        "its name cannot be resolved: " + name,
                        "look at this machine's name servers: getent hosts NAME"));
    }

    private static String words(Throwable why, Duration patience) {
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof SocketTimeoutException
                    || each instanceof HttpTimeoutException
                    || each instanceof TimeoutException) {
                return "no answer in " + patience.toMillis() / 1000.0 + " s";
            }
            if (each instanceof SSLException) {
                return "TLS fails: " + message(each);
            }
        }
        boolean refused = why instanceof ConnectException && words(why).contains("refused");
        return refused ? "refuses connections" : message(why);
    }

    private static String words(Throwable why) {
        return Objects.toString(why.getMessage(), "").toLowerCase(Locale.ROOT);
    }

    private static String message(Throwable why) {
        @Nullable String message = why.getMessage();
        return message == null || message.isBlank() ? why.getClass().getSimpleName() : message;
    }
}
