package io.holdfast.core.redundancy;

import io.holdfast.core.observation.Evidence;

/**
 * The redundancy that a device claims for a group.
 *
 * @param redundancy what it claims
 * @param evidence where it claims it
 */
public record Published(Redundancy redundancy, Evidence evidence) {}
