package io.holdfast.cli.up;

import java.util.Map;

/** Something that whoever runs the two processes has to hear of. */
sealed interface Signal {

    /**
     * A process says that it is ready.
     *
     * @param program which
     * @param fields what it said, as {@code name=value}
     */
    record Ready(String program, Map<String, String> fields) implements Signal {
        public Ready {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * A process has ended.
     *
     * @param program which
     * @param exitCode how
     */
    record Ended(String program, int exitCode) implements Signal {}

    /** Somebody wants us to end. */
    record StopAsked() implements Signal {}
}
