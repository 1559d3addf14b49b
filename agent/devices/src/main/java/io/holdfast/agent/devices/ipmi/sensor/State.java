package io.holdfast.agent.devices.ipmi.sensor;

/**
 * One state that a discrete sensor is in.
 *
 * @param offset its bit
 * @param meaning what it says
 * @param label its name in the specification
 */
public record State(int offset, Meaning meaning, String label) {}
