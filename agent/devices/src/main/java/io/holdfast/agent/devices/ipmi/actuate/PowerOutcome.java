package io.holdfast.agent.devices.ipmi.actuate;

/** What came of an action on a server's power. */
public sealed interface PowerOutcome {

    /**
     * The power was read back as it should be.
     *
     * @param seenOff whether it was seen off in between: the proof that a cycle did happen
     */
    record Verified(boolean seenOff) implements PowerOutcome {}

    /** The BMC took the order, and the power was not read back as it should be in time. */
    record NotSeen(String detail) implements PowerOutcome {}

    /** The BMC refused the order: nothing was done. */
    record Refused(String detail) implements PowerOutcome {}

    /** No answer to the order: it may have been done or not. */
    record Unknown(String detail) implements PowerOutcome {}
}
