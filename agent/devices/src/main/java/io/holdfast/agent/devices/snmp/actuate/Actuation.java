package io.holdfast.agent.devices.snmp.actuate;

/**
 * What became of a wish. Only {@link Done} is proof: everything else leaves the thing in whatever
 * state it is in, and says how much is known.
 */
public sealed interface Actuation {

    /**
     * The device says that it is so.
     *
     * @param changed false where it already was so before anything was written
     * @param said what the device says, as proof
     */
    record Done(boolean changed, String said) implements Actuation {}

    /**
     * Nothing was changed, and this is certain: the device refused before acting, or was not
     * reached to begin with.
     */
    record NotDone(String reason) implements Actuation {}

    /**
     * The device was told and has since said otherwise until the deadline.
     *
     * @param said what it says last
     */
    record NotConfirmed(String said) implements Actuation {}

    /** The device was told, or may have been, and cannot be asked: it may be so or not. */
    record Unknown(String reason) implements Actuation {}
}
