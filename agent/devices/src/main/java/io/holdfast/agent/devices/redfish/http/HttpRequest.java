package io.holdfast.agent.devices.redfish.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One request.
 *
 * @param method such as {@code GET}
 * @param target path and query, as they go on the wire
 * @param accept the media type that is wanted
 * @param headers more headers, such as the session's token; never printed
 * @param body JSON, where there is a body
 */
public record HttpRequest(
        String method, String target, String accept, List<Header> headers, Optional<String> body) {

    public static final String JSON = "application/json";

    /** One header field. */
    public record Header(String name, String value) {

        public Header {
            if (!printable(name) || !printable(value)) {
                throw new IllegalArgumentException("expected a printable header " + name);
            }
        }

        private static boolean printable(String text) {
            return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        }

        @Override
        public String toString() {
            return name + ": ***";
        }
    }

    public HttpRequest {
        headers = List.copyOf(headers);
        if (!target.startsWith("/") || target.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw new IllegalArgumentException("expected an encoded path, found '" + target + "'");
        }
    }

    /** A request for a document. */
    public static HttpRequest get(String target) {
        return new HttpRequest("GET", target, JSON, List.of(), Optional.empty());
    }

    /** A request that sends JSON. */
    public static HttpRequest post(String target, String json) {
        return new HttpRequest("POST", target, JSON, List.of(), Optional.of(json));
    }

    /** A request to remove something. */
    public static HttpRequest delete(String target) {
        return new HttpRequest("DELETE", target, JSON, List.of(), Optional.empty());
    }

    /** The same with other headers. */
    public HttpRequest with(List<Header> others) {
        return new HttpRequest(method, target, accept, others, body);
    }

    /** Whether sending it twice does no more than sending it once. */
    boolean repeatable() {
        return method.equals("GET");
    }

    void write(String authority, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(256);
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(authority).append("\r\n");
        head.append("Accept: ").append(accept).append("\r\n");
        head.append("Accept-Encoding: identity\r\nOData-Version: 4.0\r\nUser-Agent: holdfast\r\n");
        headers.forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        byte[] json = body.orElse("").getBytes(StandardCharsets.UTF_8);
        if (body.isPresent()) {
            head.append("Content-Type: ").append(JSON).append("\r\n");
            head.append("Content-Length: ").append(json.length).append("\r\n");
        }
        head.append("\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + json.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(json, 0, whole, start.length, json.length);
        // Some BMCs answer a request that comes in two packets with 400.
        out.write(whole);
        out.flush();
    }
}
