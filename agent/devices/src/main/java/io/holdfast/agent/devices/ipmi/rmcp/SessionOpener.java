package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.Octets;
import java.security.MessageDigest;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Opens a session with a key exchange that proves both sides to one another.
 *
 * <pre>
 *   console                          BMC
 *   open session (suite, our id)  →
 *                                 ←  its id
 *   RAKP 1 (random, user, role)   →
 *                                 ←  RAKP 2 (random, GUID, proof)      we check: it knows the password
 *   RAKP 3 (proof)                →                                    it checks: we know it
 *                                 ←  RAKP 4 (check of the session key) we check: both have one key
 * </pre>
 */
final class SessionOpener {

    private static final int RANDOM_BYTES = 16;

    private final LanTarget target;
    private final Courier courier;
    private final RandomGenerator random;
    private int tag;

    SessionOpener(LanTarget target, Courier courier, RandomGenerator random) {
        this.target = target;
        this.courier = courier;
        this.random = random;
    }

    /** What came of opening. */
    sealed interface Opening {

        record Open(LanSession session) implements Opening {}

        /** The BMC refuses this suite; another may do. */
        record OtherSuite(String reason) implements Opening {}

        record Failed(Answer.None why) implements Opening {}
    }

    /** Opens a session with this suite; it begins with the privilege of a user. */
    Opening open(CipherSuite suite) throws InterruptedException {
        int consoleId = freshId();
        Delivery<Handshake.Step<Handshake.Opened>> opened =
                askToOpen(
                        consoleId,
                        suite.authentication(),
                        suite.integrity(),
                        CipherSuite.CONFIDENTIALITY);
        return switch (opened) {
            case Delivery.Failed<Handshake.Step<Handshake.Opened>>(Answer.None why) ->
                    new Opening.Failed(why);
            case Delivery.Came<Handshake.Step<Handshake.Opened>>(
                            Handshake.Step.Refused<Handshake.Opened>(int status)) ->
                    refusedToOpen(suite, status);
            case Delivery.Came<Handshake.Step<Handshake.Opened>>(
                            Handshake.Step.Done<Handshake.Opened>(Handshake.Opened got)) ->
                    got.authentication() == suite.authentication()
                                    && got.integrity() == suite.integrity()
                                    && got.confidentiality() == CipherSuite.CONFIDENTIALITY
                            ? exchangeKeys(suite, consoleId, got.bmcId())
                            : new Opening.OtherSuite(
                                    "the BMC answered suite "
                                            + suite.number()
                                            + " with other algorithms");
        };
    }

    private static Opening refusedToOpen(CipherSuite suite, int status) {
        String reason =
                "the BMC refuses cipher suite " + suite.number() + ": " + RakpStatus.words(status);
        return RakpStatus.passing(status)
                ? new Opening.Failed(new Answer.None(Answer.Why.TIMED_OUT, reason))
                : new Opening.OtherSuite(reason);
    }

    /** The first message alone, with any algorithms. */
    Delivery<Handshake.Step<Handshake.Opened>> askToOpen(
            int consoleId, int authentication, int integrity, int confidentiality)
            throws InterruptedException {
        int mine = nextTag();
        byte[] payload =
                Handshake.open(
                        mine,
                        target.privilege().number(),
                        consoleId,
                        authentication,
                        integrity,
                        confidentiality);
        return step(
                "Open Session",
                Packet.TYPE_OPEN_REQUEST,
                Packet.TYPE_OPEN_REPLY,
                payload,
                in -> Handshake.opened(in, mine, consoleId));
    }

    /** RAKP message 1 and its answer. */
    Delivery<Handshake.Step<Handshake.Told>> introduce(int consoleId, int bmcId, Octets ours)
            throws InterruptedException {
        int mine = nextTag();
        return step(
                "RAKP message 1",
                Packet.TYPE_RAKP_1,
                Packet.TYPE_RAKP_2,
                Handshake.rakp1(mine, bmcId, ours, role(), target.user()),
                in -> Handshake.rakp2(in, mine, consoleId));
    }

    /** RAKP message 3 and its answer. */
    Delivery<Handshake.Step<Octets>> prove(int consoleId, int bmcId, byte[] proof)
            throws InterruptedException {
        int mine = nextTag();
        return step(
                "RAKP message 3",
                Packet.TYPE_RAKP_3,
                Packet.TYPE_RAKP_4,
                Handshake.rakp3(mine, bmcId, proof),
                in -> Handshake.rakp4(in, mine, consoleId));
    }

    Octets freshRandom() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    int freshId() {
        int id = random.nextInt();
        return id == 0 ? 1 : id;
    }

    private int role() {
        return Handshake.BY_NAME | target.privilege().number();
    }

    private Opening exchangeKeys(CipherSuite suite, int consoleId, int bmcId)
            throws InterruptedException {
        Octets ours = freshRandom();
        return switch (introduce(consoleId, bmcId, ours)) {
            case Delivery.Failed<Handshake.Step<Handshake.Told>>(Answer.None why) ->
                    new Opening.Failed(why);
            case Delivery.Came<Handshake.Step<Handshake.Told>>(
                            Handshake.Step.Refused<Handshake.Told>(int status)) ->
                    refused("RAKP message 2", status);
            case Delivery.Came<Handshake.Step<Handshake.Told>>(
                            Handshake.Step.Done<Handshake.Told>(Handshake.Told told)) ->
                    finish(
                            new Exchange(
                                    suite,
                                    consoleId,
                                    bmcId,
                                    ours,
                                    told.random(),
                                    told.guid(),
                                    role(),
                                    target.user()),
                            told.proof().bytes());
        };
    }

    private Opening finish(Exchange exchange, byte[] proof) throws InterruptedException {
        byte[] userKey = target.password().key();
        if (!MessageDigest.isEqual(exchange.proofOfBmc(userKey), proof)) {
            // We do not go on: message 3 would tell a stranger a hash of the password.
            return new Opening.Failed(
                    new Answer.None(
                            Answer.Why.REFUSED,
                            "wrong password for user '"
                                    + target.user()
                                    + "': the BMC's proof is made with another one"));
        }
        Delivery<Handshake.Step<Octets>> last =
                prove(exchange.consoleId(), exchange.bmcId(), exchange.proofOfConsole(userKey));
        byte[] key = exchange.integrityKey(userKey);
        return switch (last) {
            case Delivery.Failed<Handshake.Step<Octets>>(Answer.None why) ->
                    new Opening.Failed(why);
            case Delivery.Came<Handshake.Step<Octets>>(
                            Handshake.Step.Refused<Octets>(int status)) ->
                    refused("RAKP message 4", status);
            case Delivery.Came<Handshake.Step<Octets>>(Handshake.Step.Done<Octets>(Octets check)) ->
                    MessageDigest.isEqual(exchange.check(key), check.bytes())
                            ? new Opening.Open(session(exchange, key))
                            : new Opening.Failed(
                                    new Answer.None(
                                            Answer.Why.REFUSED,
                                            "the BMC has another session key than we: it may"
                                                    + " have a key K[G] of its own, which is not"
                                                    + " supported"));
        };
    }

    private LanSession session(Exchange exchange, byte[] key) {
        Sealing sealing = new Sealing(new SessionKeys(exchange.suite(), key), random);
        return new LanSession(sealing, exchange.suite(), exchange.consoleId(), exchange.bmcId());
    }

    private Opening refused(String step, int status) {
        Answer.Why why = RakpStatus.passing(status) ? Answer.Why.TIMED_OUT : Answer.Why.REFUSED;
        return new Opening.Failed(
                new Answer.None(
                        why,
                        "the BMC refuses user '%s' with privilege %s in %s: %s"
                                .formatted(
                                        target.user(),
                                        target.privilege().word(),
                                        step,
                                        RakpStatus.words(status))));
    }

    private int nextTag() {
        tag = tag + 1 & 0xff;
        return tag;
    }

    private <T> Delivery<T> step(
            String what, int type, int replyType, byte[] payload, Function<Octets, Decoded<T>> in)
            throws InterruptedException {
        byte[] packet = Packet.plus(type, 0, 0, 0, payload);
        return courier.deliver(what, true, () -> packet, bytes -> read(bytes, replyType, in));
    }

    private static <T> Decoded<T> read(
            byte[] bytes, int replyType, Function<Octets, Decoded<T>> reader) {
        return switch (Packet.decode(bytes)) {
            case Decoded.Bad<Packet>(String reason) -> new Decoded.Bad<>(reason);
            case Decoded.Good<Packet>(Packet.Plain plain) ->
                    new Decoded.Bad<>("a packet from outside of sessions");
            case Decoded.Good<Packet>(Packet.Plus plus) ->
                    plus.type() == replyType
                            ? reader.apply(plus.payload())
                            : new Decoded.Bad<>("a packet of another step");
        };
    }
}
