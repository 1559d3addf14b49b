package io.holdfast.agent.devices.redfish.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Reaches BMCs over TCP, with TLS 1.2 or 1.3 where the URL says https. */
public final class SocketConnector implements Connector {

    /** Nobody who is there takes longer to accept a connection. */
    private static final Duration MOST_CONNECTING = Duration.ofSeconds(10);

    private final Trust trust;
    private final SSLContext context;

    /** A connector that trusts in this way. */
    public SocketConnector(Trust trust) {
        this.trust = trust;
        context = TlsContexts.of(trust);
    }

    @Override
    public Connection connect(Endpoint endpoint, Deadline deadline) throws HttpTrouble {
        Deadline soon = deadline.within(MOST_CONNECTING);
        TimedSocket plain = new TimedSocket(soon);
        boolean done = false;
        try {
            dial(plain, endpoint, soon);
            Connection connection =
                    endpoint.tls() ? secure(plain, endpoint) : Connection.plain(plain);
            done = true;
            return connection;
        } finally {
            if (!done) {
                Connection.closeQuietly(plain);
            }
        }
    }

    private static void dial(TimedSocket plain, Endpoint endpoint, Deadline deadline)
            throws HttpTrouble {
        InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
        if (address.isUnresolved()) {
            throw new HttpTrouble(
                    HttpTrouble.Kind.UNREACHABLE,
                    "no address is known for the name '" + endpoint.host() + "'",
                    "check the name, or give the BMC's address");
        }
        try {
            plain.setTcpNoDelay(true);
            plain.connect(address, deadline.leftMillis());
        } catch (SocketTimeoutException e) {
            throw new HttpTrouble(
                    HttpTrouble.Kind.TIMED_OUT,
                    "nobody answered at " + endpoint + " in time",
                    "check that the BMC is up, and that a firewall lets TCP port "
                            + endpoint.port()
                            + " through");
        } catch (IOException e) {
            throw new HttpTrouble(
                    HttpTrouble.Kind.UNREACHABLE,
                    "cannot connect to " + endpoint + ": " + e.getMessage(),
                    "check address and port, and that the BMC's web server is switched on");
        }
    }

    private Connection secure(TimedSocket plain, Endpoint endpoint) throws HttpTrouble {
        try {
            SSLSocket socket =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(plain, endpoint.host(), endpoint.port(), true);
            if (TlsContexts.namesMatter(trust)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            return Connection.secured(plain, socket);
        } catch (SocketTimeoutException e) {
            throw new HttpTrouble(
                    HttpTrouble.Kind.TIMED_OUT, "the TLS handshake with " + endpoint + " hung");
        } catch (SSLException e) {
            Optional<Untrusted> untrusted = untrusted(e);
            throw untrusted.isPresent()
                    ? refused(untrusted.get(), endpoint)
                    : new HttpTrouble(
                            HttpTrouble.Kind.NO_TLS,
                            "no TLS with " + endpoint + ": " + e.getMessage(),
                            "check the port; TLS 1.2 with an ECDHE cipher is the least that is"
                                    + " spoken here: a BMC that knows only older ones needs new"
                                    + " firmware");
        } catch (IOException e) {
            throw new HttpTrouble(
                    HttpTrouble.Kind.BROKEN_OFF,
                    endpoint + " ended the connection within the TLS handshake");
        }
    }

    private static Optional<Untrusted> untrusted(SSLException e) {
        int depth = 0;
        for (Throwable at = e; at != null && depth < 8; at = at.getCause(), depth++) {
            if (at instanceof Untrusted found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** What the Java runtime says in words of its own, for people. */
    private static String plain(String why) {
        return why.startsWith("PKIX path building failed") ? "no known authority signed it" : why;
    }

    private HttpTrouble refused(Untrusted untrusted, Endpoint endpoint) {
        String why = plain(Objects.requireNonNullElse(untrusted.getMessage(), ""));
        String found = "found " + untrusted.found();
        String itself =
                "if that is the BMC's own certificate, use --fingerprint " + untrusted.found();
        return switch (trust) {
            case Trust.Pinned pinned ->
                    new HttpTrouble(
                            HttpTrouble.Kind.UNTRUSTED,
                            why + ", " + found + " at " + endpoint,
                            "find out why it changed: a renewed certificate or new firmware is"
                                    + " harmless, anything else is somebody in between; "
                                    + itself);
            case Trust.Authorities authorities ->
                    new HttpTrouble(
                            HttpTrouble.Kind.UNTRUSTED,
                            "expected a certificate of the given authority for '"
                                    + endpoint.host()
                                    + "', "
                                    + found
                                    + " ("
                                    + why
                                    + ")",
                            "use the name that is in the certificate, or the right --ca; "
                                    + itself);
            case Trust.PublicAuthorities all ->
                    new HttpTrouble(
                            HttpTrouble.Kind.UNTRUSTED,
                            "the certificate is not trusted: "
                                    + found
                                    + " at "
                                    + endpoint
                                    + " ("
                                    + why
                                    + ")",
                            "compare it with what the BMC's own web page shows; "
                                    + itself
                                    + "; where an authority of yours signed it, use --ca FILE");
            case Trust.Anybody anybody ->
                    new HttpTrouble(
                            HttpTrouble.Kind.NO_TLS, "no TLS with " + endpoint + ": " + why);
        };
    }
}
