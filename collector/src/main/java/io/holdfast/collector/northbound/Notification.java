package io.holdfast.collector.northbound;

import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.mibs.object.Oid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** HOLDFAST-MIB's notifications, as variable bindings. */
final class Notification {

    /** {@code holdfastMIB}. */
    static final Oid ROOT = Oid.parse("1.3.6.1.4.1.8072.9999.9999.8317");

    private static final Oid ENTRY = ROOT.child(1, 1, 1);
    private static final OID USM_STATS = new OID("1.3.6.1.6.3.15.1.1");

    private Notification() {}

    /** The objects of {@code holdfastGroupChanged}, in the order of the MIB. */
    static List<VariableBinding> bindings(Notice notice) {
        int row = (int) notice.number();
        return List.of(
                binding(2, row, text(notice.group())),
                binding(3, row, text(notice.kind())),
                binding(4, row, new Integer32(number(notice.redundancy()))),
                binding(5, row, new Integer32(notice.spares())),
                binding(6, row, new UnsignedInteger32(notice.members())),
                binding(7, row, new UnsignedInteger32(notice.needed())));
    }

    private static VariableBinding binding(int column, int row, Variable value) {
        return new VariableBinding(new OID(ENTRY.child(column, row).arcs()), value);
    }

    /** An SnmpAdminString has 255 bytes at most (RFC 3411). */
    private static OctetString text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= 255 ? new OctetString(bytes) : new OctetString(bytes, 0, 255);
    }

    /** The number of HoldfastRedundancy. */
    private static int number(Redundancy redundancy) {
        return switch (redundancy) {
            case UNKNOWN -> 0;
            case FULL -> 1;
            case DEGRADED -> 2;
            case NONE -> 3;
            case INSUFFICIENT -> 4;
        };
    }

    /** What a report means (RFC 3414, section 5). */
    static String report(PDU report) {
        OID counter = report.size() == 0 ? new OID() : report.get(0).getOid();
        if (!counter.startsWith(USM_STATS) || counter.size() <= USM_STATS.size()) {
            return counter.toString();
        }
        return switch (counter.get(USM_STATS.size())) {
            case 1 -> "that it does not support this level of security for the user";
            case 2 -> "that our clock is not the one it knew";
            case 3 -> "that it does not know the user";
            case 4 -> "that it does not know the engine id";
            case 5 -> "a wrong signature: compare auth and its pass phrase";
            case 6 -> "that it cannot decrypt: compare priv and its pass phrase";
            default -> counter.toString();
        };
    }
}
