package io.holdfast.agent.devices.check;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import java.util.List;

/** What came of one trial. */
sealed interface Answer {

    /** The service does what it should. */
    record Good(Evidence evidence, List<Reading> readings) implements Answer {}

    /** The service does it, and says itself that something is wrong. */
    record Weak(Evidence evidence, List<Reading> readings) implements Answer {}

    /** The service does not do it. */
    record Bad(Evidence evidence) implements Answer {}

    /** The trial could not be made: that says nothing of the service. */
    record Unclear(Silence why) implements Answer {}
}
