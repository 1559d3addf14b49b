package io.holdfast.agent.daemon.state;

import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * The one thread that touches the state, with the queue of what it shall do.
 *
 * <p>Every probe has at most one answer under way, so that the queue is short; when it is full
 * whoever brings an answer waits.
 */
public final class StateLoop implements Runnable {

    /** More than all probes, link events and questions that can be under way. */
    public static final int MOST_WAITING = 256;

    private final BlockingQueue<Consumer<Ledger>> tasks = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Ledger ledger;
    private final Runnable changed;

    /**
     * @param changed told, on the loop's thread, whenever the backlog has grown
     */
    public StateLoop(Ledger ledger, Runnable changed) {
        this.ledger = ledger;
        this.changed = changed;
    }

    /** Brings what a probe saw. */
    public void survey(Survey survey) throws InterruptedException {
        tasks.put(l -> tell(l.take(survey)));
    }

    /** Brings that a probe did not answer. */
    public void missed(String probe, Instant at, Silence why) throws InterruptedException {
        tasks.put(l -> tell(l.missed(probe, at, why)));
    }

    /** Has something done with the ledger. */
    public void run(Consumer<Ledger> task) throws InterruptedException {
        tasks.put(task);
    }

    /** Works until interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                tasks.take().accept(ledger);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many tasks wait. */
    public int waiting() {
        return tasks.size();
    }

    private void tell(boolean grown) {
        if (grown) {
            changed.run();
        }
    }
}
