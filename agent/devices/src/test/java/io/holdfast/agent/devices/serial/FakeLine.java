package io.holdfast.agent.devices.serial;

import io.holdfast.agent.devices.serial.line.Line;
import io.holdfast.agent.devices.serial.line.LinePort;
import io.holdfast.agent.devices.serial.line.Opened;
import io.holdfast.agent.devices.serial.line.Received;
import io.holdfast.core.observation.Silence;
import io.holdfast.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A serial line without a wire: a function gives the answer to each write. Waits on manual time.
 */
public final class FakeLine implements Line, LinePort {

    private final ManualTime time;
    private final Function<byte[], byte[]> device;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();
    private boolean broken;
    private int opened;
    private int closed;

    public FakeLine(ManualTime time, Function<byte[], byte[]> device) {
        this.time = time;
        this.device = device;
    }

    /** A device that answers text with text, and with nothing where the answer is empty. */
    public static FakeLine ofText(ManualTime time, Function<String, String> device) {
        return new FakeLine(
                time,
                bytes ->
                        device.apply(new String(bytes, StandardCharsets.ISO_8859_1))
                                .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What was sent, in order. */
    public List<String> written() {
        return written;
    }

    /** Makes the line fail until it is opened anew. */
    public void breakDown() {
        broken = true;
    }

    public int timesOpened() {
        return opened;
    }

    public int timesClosed() {
        return closed;
    }

    /** Makes bytes come that nobody asked for. */
    public void send(byte[] bytes) {
        if (bytes.length > 0) {
            waiting.add(bytes);
        }
    }

    @Override
    public String device() {
        return "/dev/fake";
    }

    @Override
    public Opened open() {
        opened++;
        broken = false;
        return new Opened.Open(this);
    }

    @Override
    public Received read(int most, Duration wait) {
        if (broken) {
            return new Received.Gone(Silence.of(Silence.Cause.FAILED, "pulled"));
        }
        byte[] next = waiting.poll();
        if (next == null) {
            time.advance(wait);
            return new Received.Quiet();
        }
        if (next.length > most) {
            waiting.addFirst(Arrays.copyOfRange(next, most, next.length));
        }
        time.advance(Duration.ofMillis(1));
        return new Received.Bytes(Arrays.copyOf(next, Math.min(most, next.length)));
    }

    @Override
    public Optional<Silence> write(byte[] bytes, Duration within) {
        if (broken) {
            return Optional.of(Silence.of(Silence.Cause.FAILED, "pulled"));
        }
        written.add(new String(bytes, StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        copy.writeBytes(bytes);
        send(device.apply(copy.toByteArray()));
        return Optional.empty();
    }

    @Override
    public void close() {
        closed++;
    }
}
