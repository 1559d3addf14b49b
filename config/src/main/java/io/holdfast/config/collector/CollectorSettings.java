package io.holdfast.config.collector;

import io.holdfast.config.rack.RackSettings;
import io.holdfast.config.value.LogLevel;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.topology.Declared;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a collector is told by its configuration file.
 *
 * @param listen where it can be reached
 * @param stateDirectory where its store and its certificate authority live
 * @param names the names and addresses that its certificates carry; empty for those of this machine
 * @param retention how long history is kept
 * @param silentAfterMissed after how many missed heartbeats an agent counts as silent
 * @param mail how mail is sent; empty for no mail
 * @param alerts whether changes of redundancy are told at all
 * @param traps who is told by SNMP; empty for nobody
 * @param backup the daily backup; empty for none
 * @param deadMan the ping outward; empty for none
 * @param needed how many members of a group must work, where that differs from what the hardware
 *     suggests; comes before what an agent's own file says
 * @param limits how much it takes on before it refuses
 * @param racks the devices that agents poll, and how they are shared out
 * @param topology what hangs on what, as far as people say
 * @param logLevel how much is written to the log
 */
public record CollectorSettings(
        ListenSettings listen,
        Path stateDirectory,
        List<String> names,
        RetentionSettings retention,
        int silentAfterMissed,
        Optional<MailSettings> mail,
        boolean alerts,
        List<TrapSettings> traps,
        Optional<BackupSettings> backup,
        Optional<DeadManSettings> deadMan,
        SortedMap<GroupId, Integer> needed,
        LimitSettings limits,
        RackSettings racks,
        Declared topology,
        LogLevel logLevel) {

    public static final Path STATE_DIRECTORY = Path.of("/var/lib/holdfast/collector");
    public static final int SILENT_AFTER_MISSED = 5;

    public CollectorSettings {
        names = List.copyOf(names);
        traps = List.copyOf(traps);
        needed = Collections.unmodifiableSortedMap(new TreeMap<>(needed));
    }

    /** What holds where a configuration file says nothing. */
    public static CollectorSettings defaults() {
        return new CollectorSettings(
                ListenSettings.NORMAL,
                STATE_DIRECTORY,
                List.of(),
                RetentionSettings.NORMAL,
                SILENT_AFTER_MISSED,
                Optional.empty(),
                true,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Collections.emptySortedMap(),
                LimitSettings.NORMAL,
                RackSettings.NONE,
                Declared.NOTHING,
                LogLevel.INFO);
    }
}
