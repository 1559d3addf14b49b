package io.holdfast.agent.devices.ipmi.message;

/** What came of a request: the BMC's reply, or the reason why there is none. */
public sealed interface Answer {

    /**
     * The BMC replied.
     *
     * @param code the completion code; 0 is success
     * @param data what follows it
     */
    record Reply(int code, Octets data) implements Answer {}

    /**
     * No reply.
     *
     * @param why the closed reason
     * @param detail what was tried and what came back, in plain words
     */
    record None(Why why, String detail) implements Answer {}

    /** Why there is no reply. */
    enum Why {
        /** Nothing that belongs to the question came in time. */
        TIMED_OUT,
        /** Name, password, privilege or cipher suite were refused; asking again will not help. */
        REFUSED,
        /** Nothing can be sent there: no route, no such file, no such host. */
        UNREACHABLE,
        /** There is no such device file: no driver is loaded, or the machine has no BMC. */
        NO_DEVICE,
        /** We may not open the device. */
        NOT_PERMITTED,
        /** Something came that makes no sense, or that a stranger may have forged. */
        NOT_UNDERSTOOD
    }
}
