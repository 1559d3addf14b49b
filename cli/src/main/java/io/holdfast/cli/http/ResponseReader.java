package io.holdfast.cli.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a response from a stream of bytes (RFC 9112, sections 4 to 7). */
final class ResponseReader {

    static final int LONGEST_LINE = 16_384;
    static final int MOST_HEADERS = 100;
    private static final int NO_CONTENT = 204;

    private final InputStream in;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    Response read() throws IOException {
        int status = status(line());
        List<Response.Header> headers = headers();
        Response head = new Response(status, headers, InputStream.nullInputStream());
        return new Response(status, headers, body(head));
    }

    private static int status(String line) throws IOException {
        boolean http = line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ';
        String code = http ? line.substring(9, 12) : "";
        if (code.isEmpty() || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new HttpFormatException("an HTTP/1.1 status line", quoted(line));
        }
        return Integer.parseInt(code);
    }

    private List<Response.Header> headers() throws IOException {
        List<Response.Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || headers.size() == MOST_HEADERS) {
                throw new HttpFormatException(
                        "at most " + MOST_HEADERS + " headers as name: value", quoted(line));
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.add(new Response.Header(name, line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private InputStream body(Response head) throws IOException {
        if (head.status() == NO_CONTENT) {
            return InputStream.nullInputStream();
        }
        Optional<String> coding = head.header("transfer-encoding");
        if (coding.isPresent()) {
            if (!coding.get().equalsIgnoreCase("chunked")) {
                throw new HttpFormatException("transfer coding chunked", quoted(coding.get()));
            }
            return new ChunkedBody(this);
        }
        Optional<String> length = head.header("content-length");
        return length.isPresent() ? new SizedBody(in, size(length.get(), 10)) : in;
    }

    /** A number of bytes in this radix. */
    static long size(String text, int radix) throws IOException {
        try {
            long size = Long.parseLong(text, radix);
            if (size >= 0 && !text.startsWith("+")) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other text that is no size.
        }
        throw new HttpFormatException("a size in bytes", quoted(text));
    }

    InputStream bytes() {
        return in;
    }

    /** The next line without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended within an answer");
            }
            if (line.length() == LONGEST_LINE) {
                throw new HttpFormatException(
                        "lines of at most " + LONGEST_LINE + " bytes", "more");
            }
            line.append((char) c);
        }
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            line.setLength(end - 1);
        }
        // Headers are ASCII; what else comes is one character a byte.
        return line.toString();
    }

    private static String quoted(String text) {
        return "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'";
    }
}
