package io.holdfast.core.state;

/**
 * Where an agent stands in its own history: ordered by incarnation, then sequence.
 *
 * @param incarnation rises with every start of the agent
 * @param sequence rises by one with every change of an incarnation; 0 is before the first
 */
public record Position(long incarnation, long sequence) implements Comparable<Position> {

    /** Before everything. */
    public static final Position NONE = new Position(0, 0);

    public Position {
        if (incarnation < 0 || sequence < 0) {
            throw new IllegalArgumentException(
                    "expected a position of 0/0 or later, found " + incarnation + "/" + sequence);
        }
    }

    /** The position of the next change of the same incarnation. */
    public Position next() {
        return new Position(incarnation, sequence + 1);
    }

    @Override
    public int compareTo(Position other) {
        int byIncarnation = Long.compare(incarnation, other.incarnation);
        return byIncarnation != 0 ? byIncarnation : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return incarnation + "/" + sequence;
    }
}
