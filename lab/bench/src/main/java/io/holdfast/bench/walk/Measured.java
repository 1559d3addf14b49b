package io.holdfast.bench.walk;

import java.util.concurrent.Callable;

/**
 * What a piece of work took.
 *
 * @param count what it brought
 * @param wallNanos from its start to its end
 */
record Measured(Count count, long wallNanos) {

    /**
     * What a piece of work brought.
     *
     * @param variables how many instances, or components of a poll
     * @param failures how many devices gave trouble
     */
    record Count(long variables, long failures) {
        Count plus(Count other) {
            return new Count(variables + other.variables, failures + other.failures);
        }
    }

    static Measured of(Callable<Count> work) throws Exception {
        long wall = WalkMain.nanos();
        Count count = work.call();
        return new Measured(count, WalkMain.nanos() - wall);
    }

    /** As one line of JSON. */
    String json() {
        return "{\"variables\":"
                + count.variables()
                + ",\"failures\":"
                + count.failures()
                + ",\"wall_ms\":"
                + wallNanos / 1e6
                + "}";
    }
}
