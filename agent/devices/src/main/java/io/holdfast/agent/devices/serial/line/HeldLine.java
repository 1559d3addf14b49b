package io.holdfast.agent.devices.serial.line;

import java.util.Optional;

/**
 * A line that stays open between looks and is opened anew after its device went and came back.
 *
 * <p>It is not closed after each look because closing drops DTR, which some UPSs take for a
 * command. For one thread at a time.
 */
public final class HeldLine implements AutoCloseable {

    private final LinePort port;
    private Optional<Line> held = Optional.empty();

    public HeldLine(LinePort port) {
        this.port = port;
    }

    /** What the user calls the device. */
    public String device() {
        return port.device();
    }

    /** The line, opened if it is not. */
    public Opened get() {
        if (held.isPresent()) {
            return new Opened.Open(held.get());
        }
        Opened opened = port.open();
        if (opened instanceof Opened.Open(Line line)) {
            held = Optional.of(line);
        }
        return opened;
    }

    /** Closes the line because it broke; the next {@link #get} opens it anew. */
    public void drop() {
        held.ifPresent(Line::close);
        held = Optional.empty();
    }

    @Override
    public void close() {
        drop();
    }
}
