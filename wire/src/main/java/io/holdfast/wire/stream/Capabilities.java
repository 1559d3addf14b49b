package io.holdfast.wire.stream;

/** What a peer can do beyond the protocol's version; both sides must say so. */
public final class Capabilities {

    /** Agents poll the devices that their collector assigns. */
    public static final String DEVICES = "devices";

    private Capabilities() {}
}
