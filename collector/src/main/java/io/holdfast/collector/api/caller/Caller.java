package io.holdfast.collector.api.caller;

import io.holdfast.collector.operations.Role;

/**
 * Somebody who may use the API.
 *
 * @param name who, as the history names him
 * @param role what he may do
 * @param local whether he is on the collector's own machine
 */
public record Caller(String name, Role role, boolean local) {}
