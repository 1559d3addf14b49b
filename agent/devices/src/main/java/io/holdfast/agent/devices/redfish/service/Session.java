package io.holdfast.agent.devices.redfish.service;

import io.holdfast.agent.devices.redfish.http.HttpRequest.Header;
import java.util.List;
import java.util.Optional;

/**
 * What shows a service who asks. Never prints what it holds.
 *
 * @param headers the headers that go with every request
 * @param place where the session is deleted; empty where there is none
 */
record Session(List<Header> headers, Optional<Link> place) {

    Session {
        headers = List.copyOf(headers);
    }

    @Override
    public String toString() {
        return "session " + place.map(Link::toString).orElse("without a place");
    }
}
