package io.holdfast.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector behind a Unix socket that answers each request with a text prepared for it. */
final class AnsweringCollector implements AutoCloseable {

    private final Path socket;
    private final Map<String, String> answers;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ServerSocketChannel server;

    /**
     * Starts to answer.
     *
     * @param answers by method and target: {@code GET /v1/report}
     */
    AnsweringCollector(Path socket, Map<String, String> answers) throws IOException {
        this.socket = socket;
        this.answers = Map.copyOf(answers);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::serve);
    }

    /** The requests so far, those that change something with their bodies. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** What a command line comes to that asks this collector. */
    CliRun run(String... arguments) {
        return CliRun.of(Map.of("HOLDFAST_COLLECTOR", socket.toString()), arguments);
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel peer = server.accept()) {
                answer(peer);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(SocketChannel peer) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(peer), StandardCharsets.ISO_8859_1));
        String[] request = line(in).split(" ");
        String wanted = request[0] + " " + request[1];
        String body = body(in);
        asked.add(body.isEmpty() ? wanted : wanted + " " + body);
        String none = "{\"error\":{\"code\":\"not_found\",\"message\":\"no\",\"remedy\":\"\"}}";
        String found = answers.getOrDefault(wanted, none);
        String status = answers.containsKey(wanted) ? "200 OK" : "404 Not Found";
        byte[] json = found.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n"
                        .formatted(status, json.length);
        peer.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
        peer.write(ByteBuffer.wrap(json));
    }

    private static String body(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.toLowerCase(Locale.ROOT).split(":");
            length =
                    header[0].equals("content-length")
                            ? Integer.parseInt(header[1].strip())
                            : length;
        }
        StringBuilder body = new StringBuilder();
        while (body.length() < length) {
            body.append((char) in.read());
        }
        return body.toString();
    }

    private static String line(BufferedReader in) throws IOException {
        return String.valueOf(in.readLine());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
