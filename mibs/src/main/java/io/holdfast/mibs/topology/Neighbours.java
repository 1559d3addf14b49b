package io.holdfast.mibs.topology;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.object.Variables;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Who is at the other end of each cable, as the switch heard by LLDP (LLDP-MIB, lldpRemTable).
 *
 * @param all in the order of the switch's ports; a port may have several
 */
public record Neighbours(List<Neighbour> all) {

    private static final Oid LOCAL = Oid.parse("1.0.8802.1.1.2.1.3.7.1");
    private static final Oid REMOTE = Oid.parse("1.0.8802.1.1.2.1.4.1.1");
    private static final Oid LOCAL_PORT_ID_SUBTYPE = LOCAL.child(2);
    private static final Oid LOCAL_PORT_ID = LOCAL.child(3);
    private static final Oid LOCAL_PORT_DESCR = LOCAL.child(4);
    private static final Oid CHASSIS_ID_SUBTYPE = REMOTE.child(4);
    private static final Oid CHASSIS_ID = REMOTE.child(5);
    private static final Oid PORT_ID_SUBTYPE = REMOTE.child(6);
    private static final Oid PORT_ID = REMOTE.child(7);
    private static final Oid PORT_DESCR = REMOTE.child(8);
    private static final Oid SYSTEM_NAME = REMOTE.child(9);

    /** LldpChassisIdSubtype and LldpPortIdSubtype: macAddress, networkAddress, interfaceName. */
    private static final int CHASSIS_MAC = 4;

    private static final int PORT_MAC = 3;
    private static final int PORT_INTERFACE_NAME = 5;

    public Neighbours {
        all = List.copyOf(all);
    }

    /**
     * One neighbour.
     *
     * @param localPort what the switch calls its port
     * @param chassis the neighbour's chassis; a MAC address as {@code aa:bb:cc:dd:ee:ff}
     * @param port the neighbour's port; a MAC address likewise
     * @param portDescription what the neighbour says of that port; may be empty
     * @param systemName what the neighbour calls itself; may be empty
     */
    public record Neighbour(
            String localPort,
            String chassis,
            String port,
            String portDescription,
            String systemName) {}

    /** What to fetch. */
    public static List<Oid> subtrees() {
        return List.of(
                LOCAL_PORT_ID_SUBTYPE,
                LOCAL_PORT_ID,
                LOCAL_PORT_DESCR,
                CHASSIS_ID_SUBTYPE,
                CHASSIS_ID,
                PORT_ID_SUBTYPE,
                PORT_ID,
                PORT_DESCR,
                SYSTEM_NAME,
                Ports.DESCR,
                Ports.NAME);
    }

    /** The neighbours that a switch told of. */
    public static Neighbours of(Variables said) {
        List<Neighbour> all = new ArrayList<>();
        for (Oid index : Column.of(said, PORT_ID).keySet()) {
            // lldpRemTimeMark, lldpRemLocalPortNum, lldpRemIndex
            if (index.length() == 3) {
                neighbour(said, index).ifPresent(all::add);
            }
        }
        return new Neighbours(all);
    }

    private static Optional<Neighbour> neighbour(Variables said, Oid index) {
        Optional<String> chassis =
                identifier(said, CHASSIS_ID, CHASSIS_ID_SUBTYPE, index, CHASSIS_MAC);
        Optional<String> port = identifier(said, PORT_ID, PORT_ID_SUBTYPE, index, PORT_MAC);
        return chassis.flatMap(
                c ->
                        port.map(
                                p ->
                                        new Neighbour(
                                                localPort(said, index.arc(1)),
                                                c,
                                                p,
                                                Column.text(said, PORT_DESCR, index).orElse(""),
                                                Column.text(said, SYSTEM_NAME, index).orElse(""))));
    }

    /** Its own name for the port where LLDP says it, else by ifIndex, which most use as number. */
    private static String localPort(Variables said, long number) {
        Oid index = Oid.of((int) number);
        boolean named =
                Column.number(said, LOCAL_PORT_ID_SUBTYPE, index).orElse(0L) == PORT_INTERFACE_NAME;
        Optional<String> own = Column.text(said, LOCAL_PORT_ID, index).filter(text -> named);
        return own.or(() -> new Ports(said).name(number))
                .or(() -> Column.text(said, LOCAL_PORT_DESCR, index))
                .or(() -> Column.text(said, LOCAL_PORT_ID, index))
                .orElse("port " + number);
    }

    private static Optional<String> identifier(
            Variables said, Oid column, Oid subtypes, Oid index, int macSubtype) {
        Optional<Value> value = Column.value(said, column, index);
        boolean mac = Column.number(said, subtypes, index).orElse(0L) == macSubtype;
        if (mac && value.isPresent() && value.get() instanceof Value.Octets octets) {
            byte[] bytes = octets.bytes();
            if (bytes.length == MacAddress.BYTES) {
                return Optional.of(HexFormat.ofDelimiter(":").formatHex(bytes));
            }
        }
        return value.map(v -> v.shown().strip()).filter(text -> !text.isEmpty());
    }
}
