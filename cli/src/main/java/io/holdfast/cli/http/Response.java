package io.holdfast.cli.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP response whose body is still to be read.
 *
 * @param status the status code
 * @param headers name and value of each, in order
 * @param body the body without its framing; ends where the message ends
 */
public record Response(int status, List<Header> headers, InputStream body) {

    /** The largest body that is read as a whole, in bytes: a report of 2,000 hosts fits. */
    public static final int MOST_BYTES = 128 << 20;

    /** One header field, its name in lower case. */
    public record Header(String name, String value) {}

    public Response {
        headers = List.copyOf(headers);
    }

    /** The first header of this name, which is in lower case. */
    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.name().equals(name)).map(Header::value).findFirst();
    }

    /** The whole body. */
    public byte[] bytes() throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new HttpFormatException("a body of at most " + MOST_BYTES + " bytes", "more");
        }
        return bytes;
    }
}
