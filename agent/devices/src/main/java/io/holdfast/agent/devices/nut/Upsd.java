package io.holdfast.agent.devices.nut;

import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;

/** A conversation with upsd over TCP; answers are bounded in lines, length and time. */
final class Upsd implements AutoCloseable {

    /** The longest line, in bytes; NUT itself allows 512 a word. */
    static final int LONGEST_LINE = 2048;

    /** The most lines of one answer. */
    static final int MOST_LINES = 4096;

    private final Socket socket;
    private final Ticker ticker;
    private final Duration within;

    private Upsd(Socket socket, Ticker ticker, Duration within) {
        this.socket = socket;
        this.ticker = ticker;
        this.within = within;
    }

    /**
     * Connects.
     *
     * @param within how long connecting, and each answer, may take
     */
    static Upsd connect(
            String host, int port, SocketFactory sockets, Ticker ticker, Duration within)
            throws IOException {
        Socket socket = sockets.createSocket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) within.toMillis());
            return new Upsd(socket, ticker, within);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Asks for a list, such as {@code UPS} or {@code VAR eaton}. */
    UpsdList list(String question) throws IOException {
        String ask = "LIST " + question + "\n";
        socket.getOutputStream().write(ask.getBytes(StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        long start = ticker.nanos();
        while (lines.size() < MOST_LINES) {
            Optional<String> line = line(start);
            if (line.isEmpty()) {
                break;
            }
            lines.add(line.get());
            if (line.get().startsWith("END LIST") || line.get().startsWith("ERR")) {
                break;
            }
            if (lines.size() == 1 && !line.get().startsWith("BEGIN")) {
                break;
            }
        }
        return UpsdList.decode(question, lines);
    }

    /** A line without its end; empty where upsd hung up. */
    private Optional<String> line(long start) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (line.size() < LONGEST_LINE) {
            long left = within.toNanos() - (ticker.nanos() - start);
            if (left < 1_000_000) {
                throw new SocketTimeoutException();
            }
            socket.setSoTimeout((int) (left / 1_000_000));
            int octet = in.read();
            if (octet == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            if (octet < 0) {
                return Optional.empty();
            }
            line.write(octet);
        }
        throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
    }

    /** What a failure of the conversation means to a person. */
    static Silence silence(String target, IOException e) {
        if (e instanceof SocketTimeoutException) {
            return Silence.of(Silence.Cause.TIMED_OUT, target + " did not answer in time");
        }
        return new Silence(
                Silence.Cause.FAILED,
                target + ": " + e.getMessage(),
                "check that upsd runs and listens there: LISTEN in upsd.conf");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
