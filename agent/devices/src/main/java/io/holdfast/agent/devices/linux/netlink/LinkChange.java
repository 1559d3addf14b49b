package io.holdfast.agent.devices.linux.netlink;

/** Something that happened to the links of this machine. */
public sealed interface LinkChange {

    /** An interface is there and is so now; also told once for each when the watch begins. */
    record Seen(LinkState state) implements LinkChange {}

    /** An interface is no more. */
    record Gone(int index, String name) implements LinkChange {}

    /**
     * No more changes will be told, and only polls remain.
     *
     * @param reason what failed
     */
    record Blind(String reason) implements LinkChange {}
}
