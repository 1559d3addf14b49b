package io.holdfast.agent.devices.redfish.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/**
 * An open connection to a BMC.
 *
 * @param in what it says
 * @param out what it hears
 * @param until sets by when the next reads must have ended
 * @param peer the certificate that it showed; empty without TLS
 * @param underlying ends it
 */
public record Connection(
        InputStream in,
        OutputStream out,
        Consumer<Deadline> until,
        Optional<Fingerprint> peer,
        Closeable underlying)
        implements Closeable {

    private static final int BUFFER_BYTES = 4_096;

    static Connection plain(TimedSocket socket) throws HttpTrouble {
        return over(socket, socket, Optional.empty());
    }

    static Connection secured(TimedSocket below, SSLSocket socket) throws HttpTrouble {
        return over(below, socket, fingerprint(socket));
    }

    private static Connection over(
            TimedSocket below, java.net.Socket socket, Optional<Fingerprint> peer)
            throws HttpTrouble {
        try {
            return new Connection(
                    new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES),
                    socket.getOutputStream(),
                    below::until,
                    peer,
                    // Closing what is below never waits for the other side's farewell.
                    below);
        } catch (IOException e) {
            throw new HttpTrouble(HttpTrouble.Kind.BROKEN_OFF, "the connection ended at once");
        }
    }

    private static Optional<Fingerprint> fingerprint(SSLSocket socket) {
        try {
            return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(Fingerprint.of(shown))
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closeQuietly(underlying);
    }

    static void closeQuietly(Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            // A socket that cannot be closed is closed as far as we are concerned.
        }
    }
}
