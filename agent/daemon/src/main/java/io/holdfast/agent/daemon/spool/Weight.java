package io.holdfast.agent.daemon.spool;

import java.util.Optional;

/** What is given up first when there is no room for everything. */
public enum Weight {
    /** A reading that wandered, or a look: the next digest tells it as well. */
    DETAIL((byte) 0),
    /** Health, presence, silence, groups: history that nothing tells again. */
    ESSENTIAL((byte) 1);

    private final byte code;

    Weight(byte code) {
        this.code = code;
    }

    /** The byte that stands for it on disk. */
    byte code() {
        return code;
    }

    static Optional<Weight> ofCode(byte code) {
        for (Weight weight : values()) {
            if (weight.code == code) {
                return Optional.of(weight);
            }
        }
        return Optional.empty();
    }
}
