package io.holdfast.agent.devices.redfish.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Talks to one BMC over one connection, which it keeps for the next request.
 *
 * <p>For one thread at a time; another may {@link #close}. The JDK's own client keeps a selector
 * thread and pools for each client, which fifty BMCs would pay for; blocking reads on virtual
 * threads need neither.
 */
public final class HttpClient implements AutoCloseable {

    private final Endpoint endpoint;
    private final Connector connector;
    private final int mostBodyBytes;
    private volatile @Nullable Connection open;
    private Optional<Fingerprint> peer = Optional.empty();

    /**
     * A client that has not connected yet.
     *
     * @param mostBodyBytes the largest body that is taken
     */
    public HttpClient(Endpoint endpoint, Connector connector, int mostBodyBytes) {
        this.endpoint = endpoint;
        this.connector = connector;
        this.mostBodyBytes = mostBodyBytes;
    }

    /** Where this client's BMC listens. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** The certificate that the BMC showed last. */
    public Optional<Fingerprint> peer() {
        return peer;
    }

    /**
     * Sends a request and reads the answer.
     *
     * @throws HttpTrouble if there is none by the deadline, or none that can be taken
     * @throws InterruptedException if the thread was interrupted; the connection is closed then
     */
    public HttpResponse exchange(HttpRequest request, Deadline deadline)
            throws HttpTrouble, InterruptedException {
        boolean used = open != null;
        try {
            return attempt(request, deadline);
        } catch (HttpTrouble e) {
            // A BMC may end an idle connection at any time, also just before it is asked again.
            boolean stale = used && e.kind() == HttpTrouble.Kind.BROKEN_OFF;
            if (!stale || !request.repeatable()) {
                throw e;
            }
            return attempt(request, deadline);
        }
    }

    private HttpResponse attempt(HttpRequest request, Deadline deadline)
            throws HttpTrouble, InterruptedException {
        if (Thread.interrupted()) {
            close();
            throw new InterruptedException("interrupted before " + request.method());
        }
        boolean keep = false;
        try {
            Connection connection = connection(deadline);
            connection.until().accept(deadline);
            request.write(endpoint.authority(), connection.out());
            ResponseReader reader = new ResponseReader(connection.in(), mostBodyBytes);
            ResponseReader.Head head = reader.head();
            String text = new String(reader.body(head), StandardCharsets.UTF_8);
            keep = head.keepsAlive() && ResponseReader.framed(head);
            return new HttpResponse(head.status(), head.headers(), text);
        } catch (IOException e) {
            throw told(e, request);
        } finally {
            if (!keep) {
                close();
            }
        }
    }

    private HttpTrouble told(IOException e, HttpRequest request) throws InterruptedException {
        // A virtual thread's socket is closed by its interruption.
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted within " + request.method());
        }
        if (e instanceof HttpTrouble trouble) {
            return trouble;
        }
        boolean late = e instanceof SocketTimeoutException || e instanceof InterruptedIOException;
        return late
                ? new HttpTrouble(
                        HttpTrouble.Kind.TIMED_OUT,
                        "no whole answer to "
                                + request.method()
                                + " "
                                + request.target()
                                + " in time")
                : new HttpTrouble(
                        HttpTrouble.Kind.BROKEN_OFF, "the connection broke: " + e.getMessage());
    }

    private Connection connection(Deadline deadline) throws HttpTrouble {
        Connection connection = open;
        if (connection == null) {
            connection = connector.connect(endpoint, deadline);
            open = connection;
            peer = connection.peer();
        }
        return connection;
    }

    /** Ends the connection; the next request makes a new one. */
    @Override
    public void close() {
        Connection connection = open;
        open = null;
        if (connection != null) {
            connection.close();
        }
    }
}
