package io.holdfast.mibs.trap;

import io.holdfast.mibs.object.Value;

/**
 * A variable binding of a notification.
 *
 * @param key the instance
 * @param value what it was
 */
public record Binding(Key key, Value value) {}
