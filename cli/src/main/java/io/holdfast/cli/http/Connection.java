package io.holdfast.cli.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A connection to a server, for one request.
 *
 * @param in what the server says
 * @param out what it hears
 * @param host what the request names as its host
 * @param underlying closes both
 */
public record Connection(InputStream in, OutputStream out, String host, Closeable underlying)
        implements Closeable {

    public Connection {
        in = new BufferedInputStream(in);
    }

    /** Sends a request and reads the head of its response; the body follows from the connection. */
    public Response exchange(Request request) throws IOException {
        request.write(host, out);
        return new ResponseReader(in).read();
    }

    @Override
    public void close() throws IOException {
        underlying.close();
    }
}
