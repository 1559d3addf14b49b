package io.holdfast.agent.devices.check;

import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.time.Duration;

/** How long a service took. */
final class Response {

    private static final double MILLIS = 1000.0;

    private Response() {}

    /** The reading {@code response}, in seconds to the millisecond. */
    static Reading reading(Duration took) {
        return Reading.of("response", took.toMillis() / MILLIS, Unit.SECONDS);
    }
}
