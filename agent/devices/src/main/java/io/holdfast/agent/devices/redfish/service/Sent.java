package io.holdfast.agent.devices.redfish.service;

import io.holdfast.agent.devices.redfish.http.HttpResponse;
import io.holdfast.core.observation.Silence;

/** What came of sending a request. */
public sealed interface Sent {

    /** There was an answer, of whatever status. */
    record Answered(HttpResponse response) implements Sent {}

    /** It was not sent, and nothing else would be. */
    record Unsent(Silence reason) implements Sent {}

    /**
     * There was no answer that can be taken. It may have been heard all the same.
     *
     * @param hopeless whether anything else would end the same way
     */
    record Unanswered(Silence reason, boolean hopeless) implements Sent {}
}
