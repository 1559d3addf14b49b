package io.holdfast.collector.api.server;

import io.holdfast.collector.api.call.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that ends with a refusal where it is too long. */
final class BoundedInput extends FilterInputStream {

    private final long announced;
    private final long limit;
    private long read;

    /**
     * @param announced how long the body is said to be; below 0 where that is not said
     */
    BoundedInput(InputStream in, long announced, long limit) {
        super(in);
        this.announced = announced;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        count(0);
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        count(0);
        int some = super.read(into, offset, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int more) {
        read += more;
        if (read > limit || announced > limit) {
            throw new Refusal(
                    413,
                    "too_large",
                    "expected a body of at most " + limit + " bytes, found more",
                    "send less at once");
        }
    }
}
