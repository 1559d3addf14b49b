package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Trouble;
import java.util.Optional;

/**
 * How a walk ended.
 *
 * @param trouble why before its time; empty where it came to its end
 */
record End(Optional<Trouble> trouble) {

    /** All of it was got. */
    static final End WHOLE = new End(Optional.empty());

    End(Trouble trouble) {
        this(Optional.of(trouble));
    }
}
