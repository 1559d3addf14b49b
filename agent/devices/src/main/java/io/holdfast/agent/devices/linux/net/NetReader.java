package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.observation.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the facts of the network, and remembers what need not be read again. */
final class NetReader {

    /** More NICs or bonds than this are not looked at. */
    static final int MOST = 512;

    private final SysTree tree;
    private final BondFiles bondFiles;
    private final NetDeviceFiles deviceFiles;

    /** Interfaces that were no NICs when all was last looked at. */
    private final Set<String> others = new HashSet<>();

    private boolean looked;
    private NetFacts last = NetFacts.none();

    NetReader(SysTree tree, LinkOffers offers, boolean virtualToo) {
        this.tree = tree;
        bondFiles = new BondFiles(tree);
        deviceFiles = new NetDeviceFiles(tree, offers, virtualToo);
    }

    /**
     * Reads it all.
     *
     * @throws InterruptedException if the thread was told to stop in between
     */
    NetFacts look() throws InterruptedException {
        others.clear();
        NetFacts facts = read(false);
        looked = true;
        return facts;
    }

    /**
     * Reads what an event can have changed, a third of all: links and bonds anew, traffic and use
     * as they were.
     *
     * @throws InterruptedException if the thread was told to stop in between
     */
    NetFacts glance() throws InterruptedException {
        return looked ? read(true) : look();
    }

    private NetFacts read(boolean glance) throws InterruptedException {
        List<Bond> bonds = new ArrayList<>();
        for (String name : bondFiles.names().stream().limit(MOST).toList()) {
            goOn();
            Bond bond = bondFiles.read(name);
            // Loading the driver makes a bond0 that is down and empty: not something that failed.
            if (bond.adminUp() || !bond.ports().isEmpty()) {
                bonds.add(bond);
            }
        }
        SortedMap<String, NetDevice> devices = new TreeMap<>();
        for (String name : nicNames(bonds, glance)) {
            goOn();
            Optional<NetDevice> before = Optional.ofNullable(last.devices().get(name));
            deviceFiles.read(name, before, glance).ifPresent(device -> devices.put(name, device));
        }
        last = new NetFacts(devices, bonds, glance ? last.usage() : usage());
        return last;
    }

    private Map<String, Evidence> usage() {
        return Usage.parse(
                tree.text(Usage.ROUTES).orElse(""), tree.text(Usage.ADDRESSES).orElse(""));
    }

    /** A bond's members are NICs for it, whatever they are made of. */
    private Set<String> nicNames(List<Bond> bonds, boolean glance) {
        Set<String> names = new TreeSet<>();
        for (String name : tree.names(NetDeviceFiles.NET)) {
            boolean nic =
                    (glance && last.devices().containsKey(name))
                            || (!others.contains(name) && deviceFiles.isNic(name));
            if (nic && names.size() < MOST) {
                names.add(name);
            } else {
                others.add(name);
            }
        }
        for (Bond bond : bonds) {
            bond.ports().forEach(port -> names.add(port.nic()));
        }
        return names;
    }

    private static void goOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the look was told to stop");
        }
    }
}
