package io.holdfast.agent.devices.serial.link;

/**
 * What travels over a link at once.
 *
 * @param type what it is for
 * @param sender the session of whoever sent it, drawn at its start
 * @param receiver the session that the sender takes the other end to be in; 0 while it knows none
 * @param sequence rises with every frame of a session
 * @param body what is told; empty unless this is data
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, handed on and never compared.
record Frame(Type type, long sender, long receiver, long sequence, byte[] body) {

    /** The longest body, in bytes. */
    static final int LONGEST_BODY = 1024;

    /** What a frame is for. */
    enum Type {
        /** Says that we are there, and whom we hear. */
        HELLO(1),
        /** Carries a body. */
        DATA(2);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    Frame {
        if (body.length > LONGEST_BODY) {
            throw new IllegalArgumentException(
                    "expected at most " + LONGEST_BODY + " bytes, found " + body.length);
        }
    }
}
