package io.holdfast.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** An output that remembers why something of it was lost: a print stream forgets. */
public final class Output extends OutputStream {

    private static final String NOBODY_READS = "Broken pipe";

    private final OutputStream to;
    private Optional<String> loss = Optional.empty();

    /** An output that goes on to another. */
    public Output(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) throws IOException {
        try {
            to.write(from, offset, length);
        } catch (IOException e) {
            if (loss.isEmpty()) {
                loss = Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }

    /** Why the first of what was lost was lost; empty where nothing was. */
    public synchronized Optional<String> loss() {
        return loss;
    }

    /** Whether the reader went away, as {@code head} does: nothing to complain about. */
    public synchronized boolean readerGone() {
        return loss.filter(why -> why.contains(NOBODY_READS)).isPresent();
    }
}
