package io.holdfast.agent.devices.ipmi.look;

/** Tries whether a BMC lets anybody in without a password. */
@FunctionalInterface
public interface CipherZeroCheck {

    /** For a way on which there are no cipher suites. */
    CipherZeroCheck NONE = () -> false;

    boolean accepted() throws InterruptedException;
}
