package io.holdfast.agent.devices.ipmi.message;

/**
 * A request or reply as it travels on IPMB and inside LAN packets (IPMI 2.0, 13.8 and figure 13-4).
 *
 * @param netFn network function, odd in replies
 * @param lun the responder's logical unit
 * @param sequence 0 to 63, the same in question and answer
 * @param command the command's number
 * @param data for a reply, the completion code and what follows it
 */
public record LanMessage(int netFn, int lun, int sequence, int command, Octets data) {

    private static final int BMC = 0x20;

    /** The software id of a remote console. */
    private static final int CONSOLE = 0x81;

    private static final int SHORTEST_REPLY = 8;

    /** A request as bytes. */
    public static Octets encode(Request request, int sequence) {
        int size = request.data().length();
        int[] out = new int[size + 7];
        out[0] = BMC;
        out[1] = request.netFn() << 2 | request.lun();
        out[2] = checksum(out, 0, 2);
        out[3] = CONSOLE;
        out[4] = (sequence & 0x3f) << 2;
        out[5] = request.command();
        for (int i = 0; i < size; i++) {
            out[6 + i] = request.data().u8(i);
        }
        out[6 + size] = checksum(out, 3, 6 + size);
        return Octets.of(out);
    }

    /** Reads a reply. */
    public static Decoded<LanMessage> decodeReply(Octets bytes) {
        int length = bytes.length();
        if (length < SHORTEST_REPLY) {
            return Decoded.tooShort("an IPMI reply", SHORTEST_REPLY, length);
        }
        int[] in = new int[length];
        for (int i = 0; i < length; i++) {
            in[i] = bytes.u8(i);
        }
        if (checksum(in, 0, 2) != in[2] || checksum(in, 3, length - 1) != in[length - 1]) {
            return new Decoded.Bad<>("the checksum of an IPMI reply is wrong");
        }
        int netFn = in[1] >> 2;
        if ((netFn & 1) == 0) {
            return new Decoded.Bad<>("a request where a reply was expected");
        }
        return new Decoded.Good<>(
                new LanMessage(netFn, in[4] & 3, in[4] >> 2, in[5], bytes.slice(6, length - 1)));
    }

    /** Whether this reply belongs to that request. */
    public boolean answers(Request request, int asked) {
        return netFn == request.netFn() + 1
                && command == request.command()
                && sequence == (asked & 0x3f);
    }

    /** This as the answer that it is. */
    public Answer.Reply reply() {
        return new Answer.Reply(data.u8(0), data.from(1));
    }

    /** The number that makes the sum of the bytes a multiple of 256. */
    private static int checksum(int[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i];
        }
        return -sum & 0xff;
    }
}
