package io.holdfast.collector.api.caller;

/** Whether a connection shows who calls. */
public sealed interface Recognition {

    /** It does. */
    record Known(Caller caller) implements Recognition {}

    /** It shows nobody: no certificate was sent. */
    record Nobody() implements Recognition {}

    /** It shows somebody who may do nothing here, and why. */
    record Refused(String reason) implements Recognition {}
}
