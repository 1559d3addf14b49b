package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.PciId;
import io.holdfast.agent.devices.linux.SysTree;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads interfaces from {@code /sys/class/net}. */
final class NetDeviceFiles {

    static final String NET = "/sys/class/net/";

    /** The counters of {@code statistics/} that are read, in this order. */
    static final List<String> COUNTERS =
            List.of(
                    "rx_bytes",
                    "tx_bytes",
                    "rx_errors",
                    "tx_errors",
                    "rx_crc_errors",
                    "tx_carrier_errors",
                    "rx_missed_errors",
                    "rx_dropped",
                    "tx_dropped");

    static final String CARRIER_CHANGES = "carrier_changes";

    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_INFINIBAND = 32;
    private static final int IFF_UP = 1;

    /** How a switch in a NIC names the host's end of a virtual function. */
    private static final Pattern REPRESENTOR = Pattern.compile("(c\\d+)?pf\\d+(vf|sf)\\d+");

    private final SysTree tree;
    private final LinkOffers offers;
    private final boolean virtualToo;

    /**
     * @param offers tells of negotiations, which no file does
     * @param virtualToo whether an Ethernet interface without hardware counts as a NIC, as the leg
     *     of a veth in a namespace
     */
    NetDeviceFiles(SysTree tree, LinkOffers offers, boolean virtualToo) {
        this.tree = tree;
        this.offers = offers;
        this.virtualToo = virtualToo;
    }

    /** Whether this interface is a NIC and not something built upon or out of NICs. */
    boolean isNic(String name) {
        String folder = NET + name + "/";
        if (!InterfaceName.valid(name)) {
            return false;
        }
        if (!tree.exists(folder + "device")) {
            return virtualToo && isPlainEthernet(folder);
        }
        long type = tree.number(folder + "type").orElse(ARPHRD_ETHER);
        boolean link = type == ARPHRD_ETHER || type == ARPHRD_INFINIBAND;
        // A virtual function, or the host's end of one, is not hardware that can fail by itself.
        boolean function =
                tree.exists(folder + "device/physfn")
                        || tree.text(folder + "phys_port_name")
                                .filter(port -> REPRESENTOR.matcher(port).matches())
                                .isPresent();
        return link && !function;
    }

    private boolean isPlainEthernet(String folder) {
        boolean built =
                tree.exists(folder + "bridge")
                        || tree.exists(folder + "bonding")
                        || tree.exists(folder + "tun_flags")
                        || tree.names(folder).stream().anyMatch(leaf -> leaf.startsWith("lower_"));
        return !built && tree.number(folder + "type").orElse(0) == ARPHRD_ETHER;
    }

    /**
     * Reads one interface, or nothing where it has just gone.
     *
     * @param before what was read of that name earlier: of the same interface, what never changes
     *     is taken over
     * @param glance whether its traffic counters and what is built upon it are taken over too
     */
    Optional<NetDevice> read(String name, Optional<NetDevice> before, boolean glance) {
        String folder = NET + name + "/";
        OptionalLong number = tree.number(folder + "ifindex");
        if (number.isEmpty() && !tree.exists(folder)) {
            return Optional.empty();
        }
        int index = (int) number.orElse(0);
        Optional<NetDevice> same = before.filter(device -> device.index() == index);
        NetDevice.Carrier carrier = carrier(folder);
        // Without a link the kernel refuses to tell a speed, or tells one that means nothing.
        boolean live = carrier != NetDevice.Carrier.OFF;
        return Optional.of(
                new NetDevice(
                        name,
                        index,
                        isUp(tree.text(folder + "flags")),
                        carrier,
                        tree.text(folder + "operstate").orElse("unknown"),
                        live ? megabits(folder) : OptionalInt.empty(),
                        offered(name, live, glance ? same : Optional.empty()),
                        live ? duplex(folder) : NetDevice.Duplex.UNKNOWN,
                        tree.number(folder + "carrier_up_count"),
                        counters(folder, glance ? same : Optional.empty()),
                        glance && same.isPresent() ? same.get().uppers() : uppers(folder),
                        same.isPresent() ? same.get().identity() : identity(folder)));
    }

    private OptionalInt offered(String name, boolean live, Optional<NetDevice> same) {
        if (same.isPresent()) {
            return live ? same.get().offered() : OptionalInt.empty();
        }
        return live ? offers.best(name) : OptionalInt.empty();
    }

    private List<String> uppers(String folder) {
        return tree.names(folder).stream()
                .filter(leaf -> leaf.startsWith("upper_"))
                .map(leaf -> leaf.substring("upper_".length()))
                .filter(InterfaceName::valid)
                .toList();
    }

    /** Whether {@code flags} say that someone wants it up; where they are missing, so it is. */
    static boolean isUp(Optional<String> flags) {
        return flags.map(text -> (hex(text).orElse(IFF_UP) & IFF_UP) != 0).orElse(true);
    }

    private NetDevice.Carrier carrier(String folder) {
        OptionalLong carrier = tree.number(folder + "carrier");
        if (carrier.isEmpty()) {
            return NetDevice.Carrier.UNKNOWN;
        }
        return carrier.getAsLong() == 0 ? NetDevice.Carrier.OFF : NetDevice.Carrier.ON;
    }

    /** The speed; drivers show one that they do not know as -1 or as its unsigned twin. */
    private OptionalInt megabits(String folder) {
        long speed = tree.number(folder + "speed").orElse(-1);
        return speed > 0 && speed < Integer.MAX_VALUE
                ? OptionalInt.of((int) speed)
                : OptionalInt.empty();
    }

    private NetDevice.Duplex duplex(String folder) {
        String text = tree.text(folder + "duplex").orElse("");
        if (text.equals("half")) {
            return NetDevice.Duplex.HALF;
        }
        return text.equals("full") ? NetDevice.Duplex.FULL : NetDevice.Duplex.UNKNOWN;
    }

    private SortedMap<String, Long> counters(String folder, Optional<NetDevice> same) {
        SortedMap<String, Long> counters = new TreeMap<>();
        if (same.isPresent()) {
            counters.putAll(same.get().counters());
        } else {
            for (String counter : COUNTERS) {
                put(counters, counter, tree.number(folder + "statistics/" + counter));
            }
        }
        put(counters, CARRIER_CHANGES, tree.number(folder + CARRIER_CHANGES));
        return counters;
    }

    private static void put(SortedMap<String, Long> to, String name, OptionalLong value) {
        if (value.isPresent() && value.getAsLong() >= 0) {
            to.put(name, value.getAsLong());
        }
    }

    private SortedMap<String, String> identity(String folder) {
        SortedMap<String, String> identity = new TreeMap<>();
        tree.text(folder + "bonding_slave/perm_hwaddr")
                .or(() -> tree.text(folder + "address"))
                .ifPresent(mac -> identity.put("address", mac));
        tree.linkName(folder + "device/driver").ifPresent(name -> identity.put("driver", name));
        tree.linkName(folder + "device").ifPresent(bus -> identity.put("bus-address", bus));
        PciId.read(tree, folder + "device").ifPresent(id -> identity.put("pci-id", id));
        return identity;
    }

    /** The number in a text such as {@code 0x1003}. */
    private static OptionalInt hex(String text) {
        try {
            return text.startsWith("0x")
                    ? OptionalInt.of(Integer.parseUnsignedInt(text, 2, text.length(), 16))
                    : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
