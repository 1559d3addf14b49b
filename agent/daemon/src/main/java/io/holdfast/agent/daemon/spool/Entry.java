package io.holdfast.agent.daemon.spool;

import io.holdfast.core.state.Position;

/** A change that the collector has not taken yet, as it goes over the wire. */
public final class Entry {

    /** What an entry takes of memory beside its bytes, roughly. */
    static final int OVERHEAD_BYTES = 96;

    private final Position position;
    private final Weight weight;
    private final byte[] bytes;

    /**
     * @param position where it stands in the agent's history
     * @param weight what it is worth
     * @param bytes the encoded change; handed over, never altered from here on
     */
    public Entry(Position position, Weight weight, byte[] bytes) {
        this.position = position;
        this.weight = weight;
        this.bytes = bytes;
    }

    public Position position() {
        return position;
    }

    public Weight weight() {
        return weight;
    }

    /** The encoded change, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    int cost() {
        return OVERHEAD_BYTES + bytes.length;
    }

    @Override
    public String toString() {
        return position + " " + weight + " " + bytes.length + " bytes";
    }
}
