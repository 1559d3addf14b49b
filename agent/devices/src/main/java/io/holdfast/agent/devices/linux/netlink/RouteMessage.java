package io.holdfast.agent.devices.linux.netlink;

/** One message of the kernel's routing family, decoded. */
public sealed interface RouteMessage {

    /** An interface is there, new or changed or listed by a dump. */
    record Link(LinkState state) implements RouteMessage {}

    /** An interface is gone. */
    record LinkGone(int index, String name) implements RouteMessage {}

    /**
     * A dump is complete.
     *
     * @param interrupted whether links changed meanwhile, so that it may have left some out
     */
    record DumpDone(boolean interrupted) implements RouteMessage {}

    /**
     * A request was answered with an error number; 0 is an acknowledgement.
     *
     * @param errno the positive number, as in errno(3)
     */
    record Answer(int errno) implements RouteMessage {}

    /** A message about something else. */
    record Other(int type) implements RouteMessage {}

    /** A message that breaks the rules of its format. */
    record Malformed(Reason reason) implements RouteMessage {}

    /** The closed set of reasons. */
    enum Reason {
        /** Less than a header is left. */
        SHORT_HEADER,
        /** A message's length is less than its header or more than there is. */
        BAD_LENGTH,
        /** A message ends within its fixed part. */
        SHORT_BODY,
        /** An attribute's length is less than its header or more than there is. */
        BAD_ATTRIBUTE,
        /** An interface has no name, or one that no interface can have. */
        BAD_NAME,
        /** A datagram is longer than our buffer. */
        TOO_LONG,
        /** A datagram holds more messages than are read. */
        TOO_MANY
    }
}
