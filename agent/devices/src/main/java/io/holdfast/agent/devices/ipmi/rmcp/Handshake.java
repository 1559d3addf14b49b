package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.Octets;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The messages that open a session, as payloads (IPMI 2.0, 13.17 to 13.23). Pure. */
final class Handshake {

    /** The user is looked up by name alone (IPMI 2.0, table 13-11, bit 4). */
    static final int BY_NAME = 0x10;

    private static final int RANDOM_BYTES = 16;
    private static final int REFUSAL_BYTES = 2;
    private static final int OPEN_BYTES = 36;
    private static final int RAKP_2_BYTES = 40;
    private static final int RAKP_4_BYTES = 8;

    private Handshake() {}

    /** What the BMC grants a session: an id of its own, and the algorithms. */
    record Opened(int bmcId, int authentication, int integrity, int confidentiality) {}

    /** What RAKP message 2 tells. */
    record Told(Octets random, Octets guid, Octets proof) {}

    /** A step's outcome: what it tells, or the BMC's status for not going on. */
    sealed interface Step<T> {

        record Done<T>(T value) implements Step<T> {}

        record Refused<T>(int status) implements Step<T> {}
    }

    static byte[] open(int tag, int privilege, int consoleId, int auth, int integrity, int secret) {
        Octets id = Octets.of(LittleEndian.int32(consoleId));
        return Octets.of(tag, privilege, 0, 0)
                .then(id)
                .then(Octets.of(0, 0, 0, 8, auth, 0, 0, 0))
                .then(Octets.of(1, 0, 0, 8, integrity, 0, 0, 0))
                .then(Octets.of(2, 0, 0, 8, secret, 0, 0, 0))
                .bytes();
    }

    static Decoded<Step<Opened>> opened(Octets payload, int tag, int consoleId) {
        return checked(
                "an open session reply",
                payload,
                tag,
                OPEN_BYTES,
                4,
                consoleId,
                in ->
                        new Opened(
                                (int) in.u32(8),
                                in.u8(16) & 0x3f,
                                in.u8(24) & 0x3f,
                                in.u8(32) & 0x3f));
    }

    static byte[] rakp1(int tag, int bmcId, Octets random, int role, String user) {
        byte[] name = user.getBytes(StandardCharsets.UTF_8);
        return Octets.of(tag, 0, 0, 0)
                .then(Octets.of(LittleEndian.int32(bmcId)))
                .then(random)
                .then(Octets.of(role, 0, 0, name.length))
                .then(Octets.of(name))
                .bytes();
    }

    static Decoded<Step<Told>> rakp2(Octets payload, int tag, int consoleId) {
        return checked(
                "RAKP message 2",
                payload,
                tag,
                RAKP_2_BYTES,
                4,
                consoleId,
                in ->
                        new Told(
                                in.slice(8, 8 + RANDOM_BYTES),
                                in.slice(24, RAKP_2_BYTES),
                                in.from(RAKP_2_BYTES)));
    }

    static byte[] rakp3(int tag, int bmcId, byte[] proof) {
        return Octets.of(tag, 0, 0, 0)
                .then(Octets.of(LittleEndian.int32(bmcId)))
                .then(Octets.of(proof))
                .bytes();
    }

    static Decoded<Step<Octets>> rakp4(Octets payload, int tag, int consoleId) {
        return checked(
                "RAKP message 4",
                payload,
                tag,
                RAKP_4_BYTES,
                4,
                consoleId,
                in -> in.from(RAKP_4_BYTES));
    }

    private static <T> Decoded<Step<T>> checked(
            String what,
            Octets in,
            int tag,
            int shortest,
            int idAt,
            int consoleId,
            Function<Octets, T> reader) {
        if (!in.has(REFUSAL_BYTES)) {
            return Decoded.tooShort(what, REFUSAL_BYTES, in.length());
        }
        if (in.u8(0) != tag) {
            return new Decoded.Bad<>(what + " to another question");
        }
        if (in.u8(1) != RakpStatus.OK) {
            return new Decoded.Good<>(new Step.Refused<>(in.u8(1)));
        }
        if (!in.has(shortest)) {
            return Decoded.tooShort(what, shortest, in.length());
        }
        if ((int) in.u32(idAt) != consoleId) {
            return new Decoded.Bad<>(what + " of another session");
        }
        return new Decoded.Good<>(new Step.Done<>(reader.apply(in)));
    }
}
