package io.holdfast.cli.http;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body that comes in chunks (RFC 9112, section 7.1). */
final class ChunkedBody extends InputStream {

    private final ResponseReader reader;
    private @Nullable SizedBody chunk;
    private boolean ended;

    ChunkedBody(ResponseReader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!ended) {
            SizedBody current = chunk;
            if (current != null) {
                int count = current.read(into, offset, length);
                if (count >= 0) {
                    return count;
                }
                requireEmptyLine();
            }
            next();
        }
        return -1;
    }

    private void next() throws IOException {
        String line = reader.line();
        int extension = line.indexOf(';');
        String size = (extension < 0 ? line : line.substring(0, extension)).strip();
        long bytes = ResponseReader.size(size, 16);
        if (bytes > 0) {
            chunk = new SizedBody(reader.bytes(), bytes);
            return;
        }
        ended = true;
        // Trailers are read over, at most as many as headers.
        int trailers = 0;
        while (!reader.line().isEmpty() && trailers < ResponseReader.MOST_HEADERS) {
            trailers++;
        }
    }

    private void requireEmptyLine() throws IOException {
        String line = reader.line();
        if (!line.isEmpty()) {
            throw new HttpFormatException("the end of a chunk", "'" + line + "'");
        }
    }
}
