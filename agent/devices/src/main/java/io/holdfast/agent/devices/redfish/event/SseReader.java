package io.holdfast.agent.devices.redfish.event;

import java.util.Optional;

/**
 * Puts server-sent events together from lines (WHATWG HTML, section 9.2.6). Only {@code data} is
 * kept. Mutable, for one thread.
 */
final class SseReader {

    private final StringBuilder data = new StringBuilder();
    private boolean tooLong;

    /** Takes the next line, without its end; gives the event that it ends. */
    Optional<String> line(String line) {
        if (line.isEmpty()) {
            Optional<String> whole =
                    data.isEmpty() || tooLong ? Optional.empty() : Optional.of(data.toString());
            data.setLength(0);
            tooLong = false;
            return whole;
        }
        if (line.startsWith("data:")) {
            String rest = line.substring("data:".length());
            String value = rest.startsWith(" ") ? rest.substring(1) : rest;
            tooLong |= data.length() + value.length() >= EventDecoder.MOST_BYTES;
            if (!tooLong) {
                data.append(data.isEmpty() ? "" : "\n").append(value);
            }
        }
        return Optional.empty();
    }
}
