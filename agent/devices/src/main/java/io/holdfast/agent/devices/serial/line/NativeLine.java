package io.holdfast.agent.devices.serial.line;

import com.fazecast.jSerialComm.SerialPort;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A line that jSerialComm has opened. */
final class NativeLine implements Line {

    /** Native reads know nothing of interrupts, so none lasts longer. */
    private static final Duration SLICE = Duration.ofMillis(100);

    /** How long to wait before offering bytes again to a device that takes none. */
    private static final long FULL_PAUSE_NANOS = 5_000_000;

    private final SerialPort port;
    private final Path device;
    private final Runnable unlock;
    private final Ticker ticker;
    private boolean closed;

    NativeLine(SerialPort port, Path device, Runnable unlock, Ticker ticker) {
        this.port = port;
        this.device = device;
        this.unlock = unlock;
        this.ticker = ticker;
    }

    @Override
    public Received read(int most, Duration wait) throws InterruptedException {
        long start = ticker.nanos();
        byte[] bytes = new byte[most];
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while reading " + device);
            }
            long left = wait.toNanos() - (ticker.nanos() - start);
            int millis = (int) Math.clamp(left / 1_000_000, 1, SLICE.toMillis());
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, millis, 0);
            int count = port.readBytes(bytes, most);
            if (count > 0) {
                return new Received.Bytes(Arrays.copyOf(bytes, count));
            }
            if (count < 0 || !Files.exists(device)) {
                return new Received.Gone(gone());
            }
            if (left <= SLICE.toNanos()) {
                return new Received.Quiet();
            }
        }
    }

    @Override
    public Optional<Silence> write(byte[] bytes, Duration within) throws InterruptedException {
        long start = ticker.nanos();
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        int sent = 0;
        while (sent < bytes.length) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while writing to " + device);
            }
            int count = port.writeBytes(bytes, bytes.length - sent, sent);
            if (count < 0 || !Files.exists(device)) {
                return Optional.of(gone());
            }
            sent += count;
            if (count == 0 && ticker.nanos() - start > within.toNanos()) {
                return Optional.of(
                        Silence.of(
                                Silence.Cause.TIMED_OUT,
                                device
                                        + " took "
                                        + sent
                                        + " of "
                                        + bytes.length
                                        + " bytes within "
                                        + within.toMillis()
                                        + " ms"));
            }
            if (count == 0) {
                LockSupport.parkNanos(FULL_PAUSE_NANOS);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            port.closePort();
            unlock.run();
        }
    }

    private Silence gone() {
        return new Silence(
                Silence.Cause.FAILED,
                device + " went away while it was read (error " + port.getLastErrorCode() + ")",
                "plug it in again; it is found by itself");
    }
}
