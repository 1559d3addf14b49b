package io.holdfast.agent.devices.redfish.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads responses from a stream of bytes (RFC 9112, sections 4 to 7). */
final class ResponseReader {

    static final int LONGEST_LINE = 8_192;
    static final int MOST_HEADERS = 64;
    static final int MOST_INTERIM = 4;
    private static final int CHUNK = 8_192;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /** The head of a response. */
    record Head(int status, Map<String, String> headers, boolean keepsAlive) {}

    private final InputStream in;
    private final int mostBytes;

    ResponseReader(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    Head head() throws IOException {
        for (int interim = 0; interim <= MOST_INTERIM; interim++) {
            Head head = oneHead();
            if (head.status() >= 200) {
                return head;
            }
        }
        throw new HttpTrouble(HttpTrouble.Kind.NOT_HTTP, "one interim answer after the other");
    }

    private Head oneHead() throws IOException {
        String line = line();
        boolean http = line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ';
        String code = http ? line.substring(9, 12) : "";
        if (code.isEmpty() || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new HttpTrouble(
                    HttpTrouble.Kind.NOT_HTTP, "expected an HTTP/1.1 answer, found " + shown(line));
        }
        Map<String, String> headers = headers();
        boolean ends = headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new Head(Integer.parseInt(code), headers, line.charAt(7) == '1' && !ends);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        int count = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || ++count > MOST_HEADERS) {
                throw new HttpTrouble(
                        HttpTrouble.Kind.NOT_HTTP,
                        "expected at most " + MOST_HEADERS + " headers, found " + shown(line));
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.putIfAbsent(name, line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** Whether the end of the body can be told without the end of the connection. */
    static boolean framed(Head head) {
        return bodiless(head)
                || head.headers().containsKey("transfer-encoding")
                || head.headers().containsKey("content-length");
    }

    private static boolean bodiless(Head head) {
        return head.status() == NO_CONTENT || head.status() == NOT_MODIFIED;
    }

    /** The body that follows a head. */
    byte[] body(Head head) throws IOException {
        if (bodiless(head)) {
            return new byte[0];
        }
        byte[] raw = raw(head);
        String coding = head.headers().getOrDefault("content-encoding", "identity");
        return switch (coding.toLowerCase(Locale.ROOT)) {
            case "identity", "" -> raw;
            case "gzip", "x-gzip" -> unzip(raw);
            default ->
                    throw new HttpTrouble(
                            HttpTrouble.Kind.NOT_HTTP,
                            "the answer is coded as " + shown(coding) + ", which nobody asked for");
        };
    }

    private byte[] raw(Head head) throws IOException {
        String transfer = head.headers().get("transfer-encoding");
        if (transfer != null) {
            if (!transfer.equalsIgnoreCase("chunked")) {
                throw new HttpTrouble(
                        HttpTrouble.Kind.NOT_HTTP, "unknown transfer coding " + shown(transfer));
            }
            return chunks();
        }
        String length = head.headers().get("content-length");
        if (length == null) {
            return limited(in.readNBytes(mostBytes + 1));
        }
        return exactly(size(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(CHUNK);
        for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
            if (chunk.length > mostBytes - whole.size()) {
                throw tooLarge();
            }
            whole.write(chunk);
        }
        return whole.toByteArray();
    }

    /** The next chunk; an empty one is the end of the body. */
    byte[] chunk() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        int bytes = size((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
        if (bytes == 0) {
            headers();
            return new byte[0];
        }
        byte[] chunk = exactly(bytes);
        String end = line();
        if (!end.isEmpty()) {
            throw new HttpTrouble(
                    HttpTrouble.Kind.NOT_HTTP, "a chunk is longer than it says: " + shown(end));
        }
        return chunk;
    }

    private byte[] exactly(int bytes) throws IOException {
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) {
            throw brokenOff();
        }
        return body;
    }

    private byte[] unzip(byte[] zipped) throws IOException {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return limited(plain.readNBytes(mostBytes + 1));
        } catch (HttpTrouble e) {
            throw e;
        } catch (IOException e) {
            throw new HttpTrouble(HttpTrouble.Kind.NOT_HTTP, "the body is no good gzip");
        }
    }

    private byte[] limited(byte[] body) throws HttpTrouble {
        if (body.length > mostBytes) {
            throw tooLarge();
        }
        return body;
    }

    private HttpTrouble tooLarge() {
        return new HttpTrouble(
                HttpTrouble.Kind.TOO_LARGE, "the answer is larger than " + mostBytes + " bytes");
    }

    private static HttpTrouble brokenOff() {
        return new HttpTrouble(
                HttpTrouble.Kind.BROKEN_OFF, "the connection ended within an answer");
    }

    private int size(String text, int radix) throws HttpTrouble {
        try {
            long size = Long.parseLong(text, radix);
            if (size > mostBytes) {
                throw tooLarge();
            }
            if (size >= 0 && !text.startsWith("+")) {
                return (int) size;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other text that is no size.
        }
        throw new HttpTrouble(
                HttpTrouble.Kind.NOT_HTTP, "expected a size in bytes, found " + shown(text));
    }

    /** The next line without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw brokenOff();
            }
            if (line.length() == LONGEST_LINE) {
                throw new HttpTrouble(
                        HttpTrouble.Kind.TOO_LARGE,
                        "expected lines of at most " + LONGEST_LINE + " bytes, found more");
            }
            line.append((char) c);
        }
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            line.setLength(end - 1);
        }
        return line.toString();
    }

    private static String shown(String text) {
        StringBuilder plain = new StringBuilder("'");
        text.chars().limit(60).forEach(c -> plain.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
        return plain.append(text.length() > 60 ? "…'" : "'").toString();
    }
}
