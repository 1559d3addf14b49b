package io.holdfast.cli.client;

import io.holdfast.cli.http.Connection;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A connection that is closed when it takes too long: a Unix socket has no time-out of its own. */
final class TimedConnection implements Closeable {

    private final Connection connection;
    private final CountDownLatch done = new CountDownLatch(1);

    private TimedConnection(Connection connection) {
        this.connection = connection;
    }

    static TimedConnection of(Connection connection, Duration patience) {
        TimedConnection timed = new TimedConnection(connection);
        Thread.ofVirtual().name("deadline").start(() -> timed.watch(patience));
        return timed;
    }

    Connection connection() {
        return connection;
    }

    private void watch(Duration patience) {
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                connection.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // Whoever reads from it hears of it.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        done.countDown();
        connection.close();
    }
}
