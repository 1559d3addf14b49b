package io.holdfast.agent.devices.host;

import java.util.Map;

/** Where the identity of the machine comes from. */
@FunctionalInterface
public interface HostIdentity {

    /** Its attributes, {@code vendor}, {@code model}, {@code serial} ...; may take a second. */
    Map<String, String> read();
}
