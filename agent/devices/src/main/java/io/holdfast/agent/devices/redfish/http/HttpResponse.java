package io.holdfast.agent.devices.redfish.http;

import java.util.Map;
import java.util.Optional;

/**
 * One response with the whole of its body.
 *
 * @param status the status code
 * @param headers the first value of each header, by its name in lower case
 * @param text the body
 */
public record HttpResponse(int status, Map<String, String> headers, String text) {

    public HttpResponse {
        headers = Map.copyOf(headers);
    }

    /** The first header of this name, which is in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the status is one of success. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Whether the status is one of redirection. */
    public boolean redirects() {
        return status >= 300 && status < 400 && status != 304;
    }
}
