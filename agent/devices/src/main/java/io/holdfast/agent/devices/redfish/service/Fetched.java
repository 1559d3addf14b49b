package io.holdfast.agent.devices.redfish.service;

import io.holdfast.core.observation.Silence;

/** What came of asking for a resource. */
public sealed interface Fetched {

    /** It is this. */
    record Got(Resource resource) implements Fetched {}

    /**
     * It could not be had.
     *
     * @param status the HTTP status; 0 where there was no answer
     * @param reason why
     * @param hopeless whether to ask for anything else would end the same way
     */
    record Missed(int status, Silence reason, boolean hopeless) implements Fetched {}
}
