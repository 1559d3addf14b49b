package io.holdfast.wire.stream;

import io.holdfast.core.state.Change;

/**
 * A change with its place in the history of one incarnation.
 *
 * @param sequence from 1
 */
public record Numbered(long sequence, Change change) {

    public Numbered {
        if (sequence < 1) {
            throw new IllegalArgumentException(
                    "expected a sequence of 1 or more, found " + sequence);
        }
    }
}
