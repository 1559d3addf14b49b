package io.holdfast.agent.devices.redfish.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Queue;

/** The lines of an answer that has no end. For one thread. */
public final class EventLines {

    private static final int MOST_CHUNK_BYTES = 1 << 20;
    private static final int OK = 200;

    /** A line longer than this ends the stream. */
    private static final int LONGEST_LINE = 512 << 10;

    private final Connection connection;
    private final ResponseReader reader;
    private final boolean chunked;
    private final StringBuilder partial = new StringBuilder();
    private final Queue<String> whole = new ArrayDeque<>();
    private boolean afterReturn;

    private EventLines(Connection connection, ResponseReader reader, boolean chunked) {
        this.connection = connection;
        this.reader = reader;
        this.chunked = chunked;
    }

    /**
     * Asks for a stream.
     *
     * @throws HttpTrouble if the server gives none
     */
    public static EventLines open(
            Connection connection, HttpRequest request, Endpoint endpoint, Deadline deadline)
            throws HttpTrouble {
        try {
            connection.until().accept(deadline);
            request.write(endpoint.authority(), connection.out());
            ResponseReader reader = new ResponseReader(connection.in(), MOST_CHUNK_BYTES);
            ResponseReader.Head head = reader.head();
            String type = head.headers().getOrDefault("content-type", "");
            if (head.status() != OK || !type.startsWith("text/event-stream")) {
                throw new HttpTrouble(
                        HttpTrouble.Kind.NOT_HTTP,
                        "expected a stream of events, found HTTP " + head.status());
            }
            return new EventLines(
                    connection, reader, head.headers().containsKey("transfer-encoding"));
        } catch (IOException e) {
            throw told(e);
        }
    }

    /**
     * The next line, without its end.
     *
     * @throws HttpTrouble if none comes by the deadline, or none will
     */
    public String next(Deadline deadline) throws HttpTrouble {
        try {
            while (whole.isEmpty()) {
                connection.until().accept(deadline);
                split(chunked ? reader.chunk() : some(connection.in()));
            }
            return whole.remove();
        } catch (IOException e) {
            throw told(e);
        }
    }

    private static byte[] some(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return new byte[0];
        }
        byte[] rest = in.readNBytes(Math.min(in.available(), MOST_CHUNK_BYTES));
        byte[] all = new byte[rest.length + 1];
        all[0] = (byte) first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private void split(byte[] bytes) throws HttpTrouble {
        if (bytes.length == 0) {
            throw new HttpTrouble(HttpTrouble.Kind.BROKEN_OFF, "the server ended it");
        }
        for (byte each : bytes) {
            // Characters beyond ASCII come as one for each byte; hints are for people to glance at.
            char c = (char) (each & 0xff);
            boolean lineFeedOfReturn = c == '\n' && afterReturn;
            afterReturn = c == '\r';
            if (lineFeedOfReturn) {
                continue;
            }
            if (c == '\n' || c == '\r') {
                whole.add(partial.toString());
                partial.setLength(0);
            } else if (partial.length() < LONGEST_LINE) {
                partial.append(c);
            } else {
                throw new HttpTrouble(HttpTrouble.Kind.TOO_LARGE, "a line without an end");
            }
        }
    }

    private static HttpTrouble told(IOException e) {
        if (e instanceof HttpTrouble trouble) {
            return trouble;
        }
        return e instanceof SocketTimeoutException
                ? new HttpTrouble(HttpTrouble.Kind.TIMED_OUT, "nothing was heard for too long")
                : new HttpTrouble(HttpTrouble.Kind.BROKEN_OFF, "the connection broke");
    }
}
