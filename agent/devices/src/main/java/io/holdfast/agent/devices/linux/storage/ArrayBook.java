package io.holdfast.agent.devices.linux.storage;

import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.array.MultipathMap;
import io.holdfast.agent.devices.linux.array.MultipathReport;
import io.holdfast.agent.devices.linux.array.Pool;
import io.holdfast.agent.devices.linux.array.ZfsReport;
import io.holdfast.agent.devices.linux.disk.BlockDisk;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.agent.devices.linux.storage.Programs.Told;
import io.holdfast.agent.devices.raid.RaidController;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The arrays of which the kernel alone does not tell enough: ZFS pools, multipath maps and those of
 * RAID controllers. A program is only asked where the kernel shows that there is work for it.
 */
final class ArrayBook {

    private static final String ZFS = "/proc/spl/kstat/zfs";
    private static final String HOSTS = "/sys/class/scsi_host";
    private static final String SUSPENDED = "SUSPENDED";

    private final SysTree tree;
    private final Programs programs;

    ArrayBook(SysTree tree, Programs programs) {
        this.tree = tree;
        this.programs = programs;
    }

    /** Asks the programs that are due and have something to tell. */
    void refresh() {
        Map<String, String> states = poolStates();
        // The program would wait for the pool without an end.
        if (!states.isEmpty() && !states.containsValue(SUSPENDED)) {
            programs.pools().refreshIfDue();
        }
        if (MultipathReport.any(tree)) {
            programs.maps().refreshIfDue();
        }
        for (Set<String> drivers : List.of(Programs.BROADCOM, Programs.HPE)) {
            if (hasAdapter(drivers)) {
                programs.raid(drivers).refreshIfDue();
            }
        }
    }

    void awaitFirst(Duration most) throws InterruptedException {
        programs.pools().awaitFirst(most);
        programs.maps().awaitFirst(most);
        programs.raid(Programs.BROADCOM).awaitFirst(most);
        programs.raid(Programs.HPE).awaitFirst(most);
    }

    private boolean hasAdapter(Set<String> drivers) {
        return tree.names(HOSTS).stream()
                .flatMap(host -> tree.text(HOSTS + "/" + host + "/proc_name").stream())
                .anyMatch(drivers::contains);
    }

    /** The pools that the kernel has imported and their states. */
    private Map<String, String> poolStates() {
        Map<String, String> states = new TreeMap<>();
        for (String name : tree.names(ZFS)) {
            tree.text(ZFS + "/" + name + "/state")
                    .ifPresent(state -> states.put(name, state.strip()));
        }
        return states;
    }

    /** Writes what is known of all of them. */
    void write(StorageDraft draft) {
        pools(draft);
        maps(draft);
        for (Set<String> drivers : List.of(Programs.BROADCOM, Programs.HPE)) {
            raid(drivers, draft);
        }
    }

    private void pools(StorageDraft draft) {
        Map<String, String> states = poolStates();
        Optional<Told<Pool>> told = programs.pools().latest().map(Kept.Known::value);
        List<Pool> pools = new ArrayList<>();
        states.forEach(
                (name, state) ->
                        pools.add(
                                told.stream()
                                        .flatMap(t -> t.items().stream())
                                        .filter(pool -> pool.name().equals(name))
                                        .map(pool -> now(pool, state))
                                        .findFirst()
                                        .orElse(bare(name, state))));
        ZfsReport.write(pools, tree, draft);
        told.flatMap(Told::silence)
                .filter(silence -> !states.isEmpty())
                .ifPresent(silence -> draft.unseen(new Unseen("members of ZFS pools", silence)));
    }

    private static Pool bare(String name, String state) {
        return new Pool(name, state, "", "", List.of(), List.of());
    }

    /** The kernel's word for the state is newer than the program's. */
    private static Pool now(Pool pool, String state) {
        return new Pool(
                pool.name(), state, pool.scan(), pool.errors(), pool.vdevs(), pool.spares());
    }

    private void maps(StorageDraft draft) {
        if (!MultipathReport.any(tree)) {
            return;
        }
        Optional<Told<MultipathMap>> told = programs.maps().latest().map(Kept.Known::value);
        Optional<Silence> silence = told.flatMap(Told::silence);
        boolean known = told.isPresent() && silence.isEmpty();
        MultipathReport.write(
                known ? told.get().items() : MultipathReport.ofKernel(tree), known, draft);
        silence.ifPresent(why -> draft.unseen(new Unseen("states of multipath paths", why)));
    }

    private void raid(Set<String> drivers, StorageDraft draft) {
        Optional<Told<RaidController>> told =
                programs.raid(drivers).latest().map(Kept.Known::value);
        RaidReport report = new RaidReport(draft);
        told.ifPresent(t -> t.items().forEach(report::write));
        told.flatMap(Told::silence).ifPresent(why -> behind(drivers, why, draft));
    }

    /** Names the volumes whose drives nobody sees. */
    private static void behind(Set<String> drivers, Silence why, StorageDraft draft) {
        List<String> volumes =
                draft.blocks().disks().values().stream()
                        .filter(BlockDisk::logical)
                        .filter(disk -> disk.adapter().filter(drivers::contains).isPresent())
                        .map(BlockDisk::name)
                        .toList();
        String target =
                volumes.isEmpty()
                        ? "the drives behind the RAID controller"
                        : "the drives behind the RAID volumes " + String.join(", ", volumes);
        draft.unseen(new Unseen(target, why));
    }
}
