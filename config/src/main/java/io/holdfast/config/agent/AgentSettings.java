package io.holdfast.config.agent;

import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.value.ByteSizes;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.value.LogLevel;
import io.holdfast.core.check.Check;
import io.holdfast.core.component.HostId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that an agent is told by its configuration file.
 *
 * @param host where this machine stands and what it is called
 * @param collector where its collector listens for agents
 * @param stateDirectory where its identity and its spool live
 * @param enrolmentToken the token of the first enrolment; not needed once enrolled
 * @param heartbeat from one sign of life to the next
 * @param digest from one full account of the state to the next
 * @param spoolBytes how much the spool may take of the disk while the collector is away
 * @param probes how each family of probes is run; holds every family
 * @param needed how many members of a group must work, by the group's name, where that differs from
 *     what the hardware suggests
 * @param virtualNics whether NICs without hardware count, as in namespaces and containers
 * @param labels what the operator calls this machine; at most {@value #MOST_LABELS}
 * @param polling which devices of the rack it may poll for its collector
 * @param checks the services and third parties that it tries; at most {@value Check#MOST}
 * @param logLevel how much is written to the log
 */
public record AgentSettings(
        HostId host,
        HostPort collector,
        Path stateDirectory,
        Optional<SecretSource> enrolmentToken,
        Duration heartbeat,
        Duration digest,
        long spoolBytes,
        Map<ProbeFamily, ProbeSettings> probes,
        SortedMap<String, Integer> needed,
        boolean virtualNics,
        SortedMap<String, String> labels,
        PollingSettings polling,
        List<Check> checks,
        LogLevel logLevel) {

    public static final int MOST_LABELS = 32;

    public static final Path STATE_DIRECTORY = Path.of("/var/lib/holdfast/agent");
    public static final Duration HEARTBEAT = Duration.ofSeconds(1);
    public static final Duration DIGEST = Duration.ofMinutes(1);
    public static final long SPOOL_BYTES = 64 * ByteSizes.MIB;

    public AgentSettings {
        Map<ProbeFamily, ProbeSettings> complete = new EnumMap<>(ProbeFamily.class);
        for (ProbeFamily family : ProbeFamily.values()) {
            complete.put(family, probes.getOrDefault(family, family.normal()));
        }
        probes = Collections.unmodifiableMap(complete);
        needed = Collections.unmodifiableSortedMap(new TreeMap<>(needed));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        checks = List.copyOf(checks);
    }

    /** What holds for a host and its collector where a configuration file says nothing more. */
    public static AgentSettings defaults(HostId host, HostPort collector) {
        return new AgentSettings(
                host,
                collector,
                STATE_DIRECTORY,
                Optional.empty(),
                HEARTBEAT,
                DIGEST,
                SPOOL_BYTES,
                Map.of(),
                Collections.emptySortedMap(),
                false,
                Collections.emptySortedMap(),
                PollingSettings.NORMAL,
                List.of(),
                LogLevel.INFO);
    }

    /** How a family of probes is run. */
    public ProbeSettings probe(ProbeFamily family) {
        return probes.getOrDefault(family, family.normal());
    }
}
