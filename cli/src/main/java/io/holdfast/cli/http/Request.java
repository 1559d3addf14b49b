package io.holdfast.cli.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One HTTP request, for which the connection is used up.
 *
 * @param method the method, such as {@code GET}
 * @param target path and query, encoded
 * @param accept the media type wanted
 * @param body JSON, if the request has a body
 */
public record Request(String method, String target, String accept, Optional<byte[]> body) {

    public static final String JSON = "application/json";

    public Request {
        if (!target.startsWith("/") || target.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw new IllegalArgumentException("expected an encoded path, found '" + target + "'");
        }
    }

    public static Request get(String target) {
        return new Request("GET", target, JSON, Optional.empty());
    }

    public static Request post(String target, byte[] json) {
        return new Request("POST", target, JSON, Optional.of(json));
    }

    /** Writes the request (RFC 9112, section 3). */
    void write(String host, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(host).append("\r\n");
        head.append("Accept: ").append(accept).append("\r\n");
        head.append("Connection: close\r\n");
        body.ifPresent(
                json ->
                        head.append("Content-Type: ")
                                .append(JSON)
                                .append("\r\nContent-Length: ")
                                .append(json.length)
                                .append("\r\n"));
        head.append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        if (body.isPresent()) {
            out.write(body.get());
        }
        out.flush();
    }
}
