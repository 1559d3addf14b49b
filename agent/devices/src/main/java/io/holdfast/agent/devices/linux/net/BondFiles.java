package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.agent.devices.linux.SysTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads bonds from {@code /sys/class/net/BOND/bonding}, and from {@code /proc/net/bonding/BOND}
 * what is not there.
 *
 * <p>{@code /sys} first, because it shows a member's LACP state to everybody and {@code /proc} only
 * to root; older kernels have less of it, and some recordings none.
 */
final class BondFiles {

    static final String PROC = "/proc/net/bonding/";

    private static final String NET = NetDeviceFiles.NET;
    private static final String MASTERS = NET + "bonding_masters";

    private final SysTree tree;

    BondFiles(SysTree tree) {
        this.tree = tree;
    }

    /** The names of all bonds, sorted. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        if (tree.read(MASTERS) instanceof SysRead.Text(String _, String masters)) {
            names.addAll(words(masters));
        } else {
            names.addAll(tree.names(PROC));
            tree.names(NET).stream()
                    .filter(name -> tree.exists(NET + name + "/bonding"))
                    .forEach(names::add);
        }
        names.removeIf(name -> !InterfaceName.valid(name));
        return names;
    }

    Bond read(String name) {
        Proc proc = new Proc(name);
        Fields bond = new Fields(NET + name + "/bonding/", proc, "");
        BondMode mode =
                bond.claim("mode", "bonding mode")
                        .map(claim -> BondMode.of(claim.text()))
                        .orElse(BondMode.OTHER);
        boolean lacp = mode == BondMode.LACP;
        Optional<Claim> members = members(name, proc);
        return new Bond(
                name,
                NetDeviceFiles.isUp(tree.text(NET + name + "/flags")),
                mode,
                bond.claim("mii_status", "mii status"),
                bond.claim("active_slave", "currently active slave")
                        .filter(claim -> !claim.text().equals("None")),
                bond.claim("min_links", "min links"),
                bond.claim("miimon", "mii polling interval (ms)"),
                bond.claim("arp_interval", "arp polling interval (ms)"),
                lacp ? bond.claim("ad_aggregator", "aggregator id") : Optional.empty(),
                lacp ? bond.claim("ad_partner_mac", "partner mac address") : Optional.empty(),
                members,
                members.stream()
                        .flatMap(claim -> words(claim.text()).stream())
                        .filter(InterfaceName::valid)
                        .limit(BondText.MOST_PORTS)
                        .map(port -> port(port, proc, lacp))
                        .toList());
    }

    /** The list of members and where it was read. */
    private Optional<Claim> members(String name, Proc proc) {
        return switch (tree.read(NET + name + "/bonding/slaves")) {
            case SysRead.Text(String path, String slaves) ->
                    Optional.of(new Claim(String.join(" ", words(slaves)), path, ""));
            case SysRead.Missing _, SysRead.Denied _, SysRead.Failed _ -> proc.members();
        };
    }

    private BondPort port(String nic, Proc proc, boolean lacp) {
        Fields port = new Fields(NET + nic + "/bonding_slave/", proc, nic);
        Optional<Claim> none = Optional.empty();
        Optional<Claim> mii = port.claim("mii_status", "mii status");
        boolean withoutFiles = mii.filter(claim -> claim.key().isEmpty()).isEmpty();
        return new BondPort(
                nic,
                mii,
                withoutFiles ? proc.claim(nic, "speed") : none,
                lacp ? port.claim("ad_aggregator_id", "aggregator id") : none,
                lacp ? port.claim("ad_actor_oper_port_state", "actor port state") : none,
                lacp ? port.claim("ad_partner_oper_port_state", "partner port state") : none,
                withoutFiles ? proc.claim(nic, "permanent hw addr") : none);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** The fields of a bond or, where one is named, of its member. */
    private final class Fields {

        private final String folder;
        private final Proc proc;
        private final String port;

        Fields(String folder, Proc proc, String port) {
            this.folder = folder;
            this.proc = proc;
            this.port = port;
        }

        /** What the file says or, only where there is none, what {@code /proc} says. */
        Optional<Claim> claim(String file, String key) {
            return switch (tree.read(folder + file)) {
                case SysRead.Text(String path, String text) -> said(text, path, "");
                case SysRead.Missing _, SysRead.Denied _, SysRead.Failed _ -> proc.claim(port, key);
            };
        }
    }

    private static Optional<Claim> said(String text, String source, String key) {
        boolean nothing = text.isEmpty() || text.equals("N/A");
        return nothing ? Optional.empty() : Optional.of(new Claim(text, source, key));
    }

    /** The file of a bond in {@code /proc}, read when it is first asked. */
    private final class Proc {

        private final String path;
        private @Nullable BondText text;

        Proc(String bond) {
            path = PROC + bond;
        }

        BondText text() {
            BondText known = text;
            if (known == null) {
                known = tree.text(path).map(BondText::parse).orElse(BondText.NONE);
                text = known;
            }
            return known;
        }

        /** Its members; empty where there is no file or it is none of a bond. */
        Optional<Claim> members() {
            BondText whole = text();
            boolean none = whole.fields().isEmpty() && whole.ports().isEmpty();
            return none
                    ? Optional.empty()
                    : Optional.of(
                            new Claim(String.join(" ", whole.portNames()), path, BondText.PORT));
        }

        Optional<Claim> claim(String port, String key) {
            Map<String, String> fields =
                    port.isEmpty() ? text().fields() : text().ports().getOrDefault(port, Map.of());
            String shown = port.isEmpty() ? key : port + " " + key;
            return said(fields.getOrDefault(key, ""), path, shown);
        }
    }
}
