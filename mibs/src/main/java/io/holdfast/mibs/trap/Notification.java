package io.holdfast.mibs.trap;

import io.holdfast.mibs.object.Oid;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A notification as its sender told it, in the form of SNMPv2; one of SNMPv1 was translated (RFC
 * 3584, section 3.1).
 *
 * @param form how it was sent
 * @param trap what it is called
 * @param upTime how long the sender says to be running, in hundredths of a second
 * @param agent the address that an SNMPv1 trap names as its origin; four bytes, first byte highest
 * @param bindings the others, in order
 */
public record Notification(
        Form form, Key trap, OptionalLong upTime, Optional<Integer> agent, List<Binding> bindings) {

    /** The most bindings of one notification; what comes with more is no notification. */
    public static final int MOST_BINDINGS = 512;

    /** sysUpTime.0, which comes first. */
    public static final Oid UP_TIME = Oid.parse("1.3.6.1.2.1.1.3.0");

    /** snmpTrapOID.0, which comes second. */
    public static final Oid TRAP = Oid.parse("1.3.6.1.6.3.1.1.4.1.0");

    /** snmpTrapEnterprise.0, by which a proxy keeps the enterprise of an SNMPv1 trap. */
    public static final Oid ENTERPRISE = Oid.parse("1.3.6.1.6.3.1.1.4.3.0");

    public Notification {
        bindings = List.copyOf(bindings);
    }

    /** How a notification was sent. */
    public enum Form {
        /** Trap-PDU of SNMPv1 (RFC 1157). */
        V1_TRAP,
        /** SNMPv2-Trap-PDU (RFC 3416). */
        TRAP,
        /** InformRequest-PDU (RFC 3416), which wants an answer. */
        INFORM
    }
}
