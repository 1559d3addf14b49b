package io.holdfast.agent.devices.redfish.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * A TCP socket whose reads end at a deadline, however slowly bytes drip in. TLS is laid over it, so
 * that the deadline holds for the handshake too.
 */
final class TimedSocket extends Socket {

    private volatile Deadline deadline;

    TimedSocket(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Sets by when what is read from now on must have come. */
    void until(Deadline next) {
        deadline = next;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                arm();
                return super.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                arm();
                return super.read(into, offset, length);
            }
        };
    }

    private void arm() throws IOException {
        Deadline now = deadline;
        if (now.passed()) {
            throw new SocketTimeoutException("the deadline passed");
        }
        setSoTimeout(now.leftMillis());
    }
}
