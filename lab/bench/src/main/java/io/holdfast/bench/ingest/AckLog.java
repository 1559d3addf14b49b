package io.holdfast.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What was acknowledged, a line {@code HOST SEQUENCE} each, written before anything else is done
 * with the acknowledgement.
 *
 * <p>For machines whose power is cut: the file lies on a disk that does not lose it.
 */
final class AckLog implements AutoCloseable {

    private final FileChannel file;

    private AckLog(FileChannel file) {
        this.file = file;
    }

    static AckLog open(Path path) throws IOException {
        return new AckLog(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    synchronized void add(SimulatedHost host, long sequence) {
        String line = host.id() + " " + sequence + "\n";
        try {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
