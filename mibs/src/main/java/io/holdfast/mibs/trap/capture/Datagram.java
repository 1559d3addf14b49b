package io.holdfast.mibs.trap.capture;

import io.holdfast.mibs.object.Value;

/**
 * A UDP datagram of a capture.
 *
 * @param source where it came from, as address and port
 * @param sink where it went
 * @param payload what it carried; empty where it is a fragment or was cut short
 */
public record Datagram(String source, String sink, Value.Octets payload) {}
