package io.holdfast.agent.daemon;

import io.holdfast.agent.daemon.schedule.Answers;
import io.holdfast.agent.daemon.state.NeededMembers;
import io.holdfast.agent.daemon.state.StateLoop;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Brings the probes' answers to the state, and tells when every probe has answered once.
 *
 * <p>May be used by several threads.
 */
final class FirstRound implements Answers {

    private final StateLoop state;
    private final Runnable whole;
    private final Set<String> missing;
    private volatile NeededMembers needed;

    /**
     * @param probes that are expected to answer
     * @param whole told once, after the answer of the last of them was handed on
     */
    FirstRound(StateLoop state, NeededMembers needed, Collection<String> probes, Runnable whole) {
        this.state = state;
        this.needed = needed;
        this.whole = whole;
        this.missing = new HashSet<>(probes);
    }

    void needed(NeededMembers fresh) {
        needed = fresh;
    }

    @Override
    public void survey(Survey survey) throws InterruptedException {
        state.survey(needed.apply(survey));
        answered(survey.probe());
    }

    @Override
    public void missed(String probe, Instant at, Silence why) throws InterruptedException {
        state.missed(probe, at, why);
        answered(probe);
    }

    private void answered(String probe) throws InterruptedException {
        boolean last;
        synchronized (missing) {
            last = missing.remove(probe) && missing.isEmpty();
        }
        if (last) {
            state.run(ledger -> whole.run());
        }
    }
}
