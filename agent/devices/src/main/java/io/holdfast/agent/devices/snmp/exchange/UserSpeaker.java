package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.exchange.Exchange.Outcome;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.snmp4j.DirectUserTarget;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;

/**
 * Asks as a user of SNMPv3: finds out the device's engine, makes keys for it, takes its clock over,
 * and asks (RFC 3414, section 4).
 *
 * <p>Nothing of a user is put into SNMP4J's user table, where two devices with a user of the same
 * name and other pass-phrases would get in each other's way.
 */
final class UserSpeaker implements Speaker {

    /** Discovery, the clock, the question, and once more where the device changed its engine. */
    private static final int MOST_ROUNDS = 6;

    private final Exchange exchange;
    private final Login.User login;
    private final UserKeys keys;
    private final Ticker ticker;

    /** The engine for which {@link #localized} holds keys; null before the first. */
    private byte @Nullable [] engine;

    private UserKeys.Localized localized = UserKeys.Localized.NONE;

    /** Whether this engine has answered an encrypted question. */
    private boolean proven;

    UserSpeaker(Exchange exchange, Login.User login, MasterKeys masterKeys, Ticker ticker) {
        this.exchange = exchange;
        this.login = login;
        this.keys = new UserKeys(login.security(), masterKeys);
        this.ticker = ticker;
    }

    @Override
    public boolean knowsBulk() {
        return true;
    }

    @Override
    public Reply ask(Question question, UdpAddress address, Duration timeout)
            throws InterruptedException {
        long end = ticker.nanos() + timeout.toNanos();
        Report last = Report.NOT_IN_TIME_WINDOW;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Duration left = Duration.ofNanos(Math.max(1, end - ticker.nanos()));
            byte[] known = exchange.engineAt(address);
            if (known == null) {
                if (discover(address, left) instanceof Outcome.Nothing(Trouble trouble)) {
                    return new Reply.Unanswered(trouble);
                }
                continue;
            }
            use(known);
            switch (exchange.send(pdu(question), target(address, keys.level()), left)) {
                case Outcome.Nothing(Trouble trouble) -> {
                    return new Reply.Unanswered(explain(trouble, address, timeout));
                }
                case Outcome.Came(PDU pdu) when pdu.getType() != PDU.REPORT -> {
                    proven = true;
                    return Codec.read(pdu);
                }
                case Outcome.Came(PDU pdu) -> {
                    last = Report.of(pdu);
                    if (!last.again()) {
                        return new Reply.Unanswered(last.trouble(login));
                    }
                    if (last == Report.UNKNOWN_ENGINE) {
                        exchange.forgetEngine(address);
                    }
                }
            }
        }
        return new Reply.Unanswered(last.trouble(login));
    }

    /** Asks nothing of nobody: the report that comes back names the engine. */
    private Outcome discover(UdpAddress address, Duration timeout) throws InterruptedException {
        ScopedPDU nothing = new ScopedPDU();
        nothing.setType(PDU.GET);
        Outcome outcome = exchange.send(nothing, unknown(address), timeout);
        if (outcome instanceof Outcome.Came && exchange.engineAt(address) == null) {
            return new Outcome.Nothing(
                    new Trouble(
                            Trouble.Kind.NOT_UNDERSTOOD,
                            "the device answers SNMPv3 without saying what its engine id is"));
        }
        return outcome;
    }

    private void use(byte[] current) {
        if (!Arrays.equals(engine, current)) {
            engine = current;
            localized = keys.localize(current);
            proven = false;
        }
    }

    /**
     * Many agents drop what they cannot decrypt. If one that keeps silent answers the same user's
     * signature, the privacy key is wrong, and not the way to it.
     */
    private Trouble explain(Trouble trouble, UdpAddress address, Duration timeout)
            throws InterruptedException {
        boolean doubtful =
                trouble.kind() == Trouble.Kind.TIMED_OUT
                        && keys.level() == UserKeys.AUTH_PRIV
                        && !proven;
        if (!doubtful) {
            return trouble;
        }
        ScopedPDU nothing = new ScopedPDU();
        nothing.setType(PDU.GET);
        nothing.setContextName(new OctetString(login.context()));
        Outcome signed = exchange.send(nothing, target(address, UserKeys.AUTH_NO_PRIV), timeout);
        if (signed instanceof Outcome.Came(PDU pdu)) {
            Report report = Report.of(pdu);
            boolean signatureWrong =
                    pdu.getType() == PDU.REPORT
                            && (report == Report.WRONG_DIGEST || report == Report.UNKNOWN_USER);
            return signatureWrong ? report.trouble(login) : Report.DECRYPTION_ERROR.trouble(login);
        }
        return trouble;
    }

    private ScopedPDU pdu(Question question) {
        ScopedPDU pdu = new ScopedPDU();
        pdu.setContextName(new OctetString(login.context()));
        Codec.write(question, pdu);
        return pdu;
    }

    /** The device with the engine and the keys that were last made for it. */
    private DirectUserTarget<UdpAddress> target(UdpAddress address, int level) {
        DirectUserTarget<UdpAddress> target = unknown(address);
        byte[] known = engine;
        if (known != null) {
            target.setAuthoritativeEngineID(known);
        }
        keys.equip(target, localized, level);
        target.setSecurityLevel(level);
        return target;
    }

    /** The device as long as nobody knows its engine. */
    private DirectUserTarget<UdpAddress> unknown(UdpAddress address) {
        DirectUserTarget<UdpAddress> target = new DirectUserTarget<>();
        target.setAddress(address);
        target.setVersion(SnmpConstants.version3);
        target.setSecurityModel(SecurityModel.SECURITY_MODEL_USM);
        target.setSecurityName(new OctetString(login.name()));
        target.setSecurityLevel(UserKeys.NO_AUTH_NO_PRIV);
        return target;
    }
}
