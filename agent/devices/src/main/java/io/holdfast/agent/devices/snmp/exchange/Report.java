package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.agent.devices.snmp.access.Login;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;

/** What an SNMPv3 engine reports in place of an answer: RFC 3414, section 5, and RFC 3412. */
enum Report {
    UNKNOWN_ENGINE(SnmpConstants.usmStatsUnknownEngineIDs),
    NOT_IN_TIME_WINDOW(SnmpConstants.usmStatsNotInTimeWindows),
    WRONG_DIGEST(SnmpConstants.usmStatsWrongDigests),
    UNKNOWN_USER(SnmpConstants.usmStatsUnknownUserNames),
    UNSUPPORTED_LEVEL(SnmpConstants.usmStatsUnsupportedSecLevels),
    DECRYPTION_ERROR(SnmpConstants.usmStatsDecryptionErrors),
    UNKNOWN_CONTEXT(SnmpConstants.snmpUnknownContexts),
    UNAVAILABLE_CONTEXT(SnmpConstants.snmpUnavailableContexts),
    /** A counter that none of these standards has. */
    OTHER("");

    private final String counter;

    Report(OID counter) {
        this(counter.toDottedString());
    }

    Report(String counter) {
        this.counter = counter;
    }

    static Report of(PDU pdu) {
        if (pdu.size() > 0) {
            String name = pdu.get(0).getOid().toDottedString();
            for (Report report : values()) {
                if (name.equals(report.counter)) {
                    return report;
                }
            }
        }
        return OTHER;
    }

    /** Whether the question may be asked again with what the report has taught. */
    boolean again() {
        return this == UNKNOWN_ENGINE || this == NOT_IN_TIME_WINDOW;
    }

    Trouble trouble(Login.User login) {
        String user = "user '" + login.name() + "'";
        return switch (this) {
            case UNKNOWN_ENGINE ->
                    new Trouble(
                            Trouble.Kind.NOT_UNDERSTOOD,
                            "the device names an engine id and then does not know it");
            case NOT_IN_TIME_WINDOW ->
                    new Trouble(
                            Trouble.Kind.OUT_OF_TIME,
                            "the device keeps saying notInTimeWindow: its clock or boot counter"
                                    + " jumps, or two devices have the same engine id");
            case WRONG_DIGEST ->
                    new Trouble(
                            Trouble.Kind.WRONG_AUTHENTICATION,
                            "the device knows "
                                    + user
                                    + " and says wrongDigest: the authentication pass-phrase or"
                                    + " protocol is another");
            case UNKNOWN_USER ->
                    new Trouble(Trouble.Kind.UNKNOWN_USER, "the device does not know " + user);
            case UNSUPPORTED_LEVEL ->
                    new Trouble(
                            Trouble.Kind.LEVEL_NOT_SUPPORTED,
                            "the device does not support "
                                    + login.security().level()
                                    + " for "
                                    + user);
            case DECRYPTION_ERROR ->
                    new Trouble(
                            Trouble.Kind.WRONG_PRIVACY,
                            "the device accepts the signature of "
                                    + user
                                    + " and cannot decrypt what it signs: the privacy pass-phrase"
                                    + " or protocol is another");
            case UNKNOWN_CONTEXT, UNAVAILABLE_CONTEXT ->
                    new Trouble(
                            Trouble.Kind.UNKNOWN_CONTEXT,
                            "the device has no context '" + login.context() + "'");
            case OTHER ->
                    new Trouble(
                            Trouble.Kind.NOT_UNDERSTOOD,
                            "the device sent a report that no standard has");
        };
    }
}
