package io.holdfast.collector.api.fake;

import io.holdfast.collector.api.audit.Acts;
import io.holdfast.collector.store.UnwritableException;
import io.holdfast.collector.view.StoreHealth;
import io.holdfast.wire.api.ActList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Acts in memory. */
public final class FakeActs implements Acts {

    /** Whether no outcome can be put down. */
    public boolean full;

    private final List<ActList.Act> all = new ArrayList<>();

    @Override
    public synchronized long begin(String by, String what) {
        all.add(new ActList.Act(all.size(), Instant.EPOCH, by, what, "unknown"));
        return all.size() - 1L;
    }

    @Override
    public synchronized void end(long id, String outcome) {
        if (full) {
            throw new UnwritableException(new StoreHealth.Trouble("full", "free some room"));
        }
        ActList.Act act = all.get((int) id);
        all.set((int) id, new ActList.Act(id, act.at(), act.by(), act.what(), outcome));
    }

    @Override
    public synchronized ActList find(long before, int limit) {
        return new ActList(all.reversed(), OptionalLong.empty());
    }

    /** Each act in a line. */
    public synchronized List<String> lines() {
        return all.stream().map(a -> a.by() + ": " + a.what() + ": " + a.outcome()).toList();
    }
}
