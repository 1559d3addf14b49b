package io.holdfast.agent.devices.redfish.actuate;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Silence;
import java.util.List;

/**
 * What came of a power act. Only {@link Confirmed} says that the machine is as it was asked for.
 */
public sealed interface PowerResult {

    /**
     * It was read back.
     *
     * @param evidence the power state that was read
     * @param sent whether anything had to be done for it
     */
    record Confirmed(Evidence evidence, boolean sent) implements PowerResult {}

    /**
     * It was ordered, and the state that it leads to was not seen in time. The machine may be in
     * either state.
     *
     * @param lastState the power state that was read last; empty where none could be
     */
    record Unconfirmed(String lastState, Silence reason) implements PowerResult {}

    /** The BMC does not allow it; nothing was sent. */
    record NotAllowed(PowerAct act, List<String> allowed) implements PowerResult {
        public NotAllowed {
            allowed = List.copyOf(allowed);
        }
    }

    /** The BMC was asked and said no. */
    record Refused(Silence reason) implements PowerResult {}

    /** It could not be asked; nothing was sent. */
    record Unreachable(Silence reason) implements PowerResult {}

    /** It is not clear which machine is meant; nothing was sent. */
    record Ambiguous(List<String> systems) implements PowerResult {
        public Ambiguous {
            systems = List.copyOf(systems);
        }
    }
}
