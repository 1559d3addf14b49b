package io.holdfast.mibs.topology;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.object.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Behind which port of a switch each MAC address lives (Q-BRIDGE-MIB, dot1qTpFdbTable; BRIDGE-MIB,
 * dot1dTpFdbTable).
 *
 * @param learned only what the switch learned from traffic, not its own addresses
 */
public record Forwarding(List<Entry> learned) {

    /** dot1dBasePortIfIndex. */
    private static final Oid PORT_IF_INDEX = Oid.parse("1.3.6.1.2.1.17.1.4.1.2");

    private static final Oid PLAIN_PORT = Oid.parse("1.3.6.1.2.1.17.4.3.1.2");
    private static final Oid PLAIN_STATUS = Oid.parse("1.3.6.1.2.1.17.4.3.1.3");
    private static final Oid VLAN_PORT = Oid.parse("1.3.6.1.2.1.17.7.1.2.2.1.2");
    private static final Oid VLAN_STATUS = Oid.parse("1.3.6.1.2.1.17.7.1.2.2.1.3");

    /** dot1qVlanFdbId, by dot1qVlanTimeMark and dot1qVlanIndex. */
    private static final Oid VLAN_DATABASE = Oid.parse("1.3.6.1.2.1.17.7.1.4.2.1.3");

    /** dot1dTpFdbStatus: learned. */
    private static final long LEARNED = 3;

    public Forwarding {
        learned = List.copyOf(learned);
    }

    /**
     * One address.
     *
     * @param mac as {@code aa:bb:cc:dd:ee:ff}
     * @param vlan the VLAN; empty where the switch does not tell VLANs apart
     * @param ifIndex the port's ifIndex
     * @param port what the switch calls the port
     */
    public record Entry(String mac, OptionalLong vlan, long ifIndex, String port) {}

    /** What to fetch. */
    public static List<Oid> subtrees() {
        return List.of(
                PORT_IF_INDEX,
                PLAIN_PORT,
                PLAIN_STATUS,
                VLAN_PORT,
                VLAN_STATUS,
                VLAN_DATABASE,
                Ports.DESCR,
                Ports.NAME);
    }

    /** The addresses that a switch told of; what both tables have comes with its VLAN. */
    public static Forwarding of(Variables said) {
        Map<String, Entry> withVlan = new LinkedHashMap<>();
        Map<Long, Long> vlans = vlans(said);
        for (Map.Entry<Oid, Value> row : Column.of(said, VLAN_PORT).entrySet()) {
            Oid index = row.getKey();
            if (index.length() == 1 + MacAddress.BYTES) {
                long database = index.arc(0);
                OptionalLong vlan = OptionalLong.of(vlans.getOrDefault(database, database));
                entry(said, row, VLAN_STATUS, vlan)
                        .ifPresent(e -> withVlan.put(e.mac() + "/" + database, e));
            }
        }
        List<Entry> all = new ArrayList<>(withVlan.values());
        List<String> known = all.stream().map(Entry::mac).distinct().sorted().toList();
        for (Map.Entry<Oid, Value> row : Column.of(said, PLAIN_PORT).entrySet()) {
            if (row.getKey().length() == MacAddress.BYTES) {
                entry(said, row, PLAIN_STATUS, OptionalLong.empty())
                        .filter(e -> java.util.Collections.binarySearch(known, e.mac()) < 0)
                        .ifPresent(all::add);
            }
        }
        return new Forwarding(all);
    }

    private static Map<Long, Long> vlans(Variables said) {
        Map<Long, Long> vlans = new HashMap<>();
        Column.of(said, VLAN_DATABASE)
                .forEach(
                        (index, database) -> {
                            if (index.length() == 2 && database.number().isPresent()) {
                                vlans.putIfAbsent(database.number().getAsLong(), index.arc(1));
                            }
                        });
        return vlans;
    }

    private static Optional<Entry> entry(
            Variables said, Map.Entry<Oid, Value> row, Oid statuses, OptionalLong vlan) {
        OptionalLong bridgePort = row.getValue().number();
        boolean learned = Column.number(said, statuses, row.getKey()).orElse(LEARNED) == LEARNED;
        if (bridgePort.isEmpty() || bridgePort.getAsLong() <= 0 || !learned) {
            return Optional.empty();
        }
        // Port 0 means that the switch does not know; without the map, bridge port and ifIndex
        // agree.
        Oid index = Oid.of((int) bridgePort.getAsLong());
        long ifIndex = Column.number(said, PORT_IF_INDEX, index).orElse(bridgePort.getAsLong());
        String name = new Ports(said).name(ifIndex).orElse("port " + ifIndex);
        return MacAddress.of(row.getKey()).map(mac -> new Entry(mac, vlan, ifIndex, name));
    }
}
