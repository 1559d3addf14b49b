package io.holdfast.agent.devices.ipmi.sdr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Records kept in memory, of at most {@value #MOST_BMCS} BMCs: those that were asked last. */
public final class MemorySdrCache implements SdrCache {

    static final int MOST_BMCS = 512;

    private final Map<String, Repository> kept = new LinkedHashMap<>(16, 0.75f, true);

    @Override
    public synchronized Optional<Repository> get(String bmc, RepositoryInfo info) {
        return Optional.ofNullable(kept.get(bmc)).filter(r -> r.info().equals(info));
    }

    @Override
    public synchronized void put(String bmc, Repository repository) {
        kept.put(bmc, repository);
        if (kept.size() > MOST_BMCS) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
