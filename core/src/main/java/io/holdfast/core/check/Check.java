package io.holdfast.core.check;

import io.holdfast.core.component.Kind;
import java.time.Duration;

/**
 * A trial of a service that an agent makes again and again.
 *
 * @param name of the service or third party, as a component's name
 * @param external whether it belongs to others, so that nobody here can mend it
 * @param trial what is tried
 * @param every from the start of one trial to the start of the next
 * @param deadline how long one trial may take; at most {@code every}
 * @param failures so many bad trials in a row make it failed, at least 1; fewer make it degraded
 */
public record Check(
        String name,
        boolean external,
        Trial trial,
        Duration every,
        Duration deadline,
        int failures) {

    /** The most checks of one agent. */
    public static final int MOST = 200;

    /** What it is to the rest of the house. */
    public Kind kind() {
        return external ? Kind.EXTERNAL : Kind.SERVICE;
    }
}
