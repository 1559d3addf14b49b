package io.holdfast.agent.daemon.state;

import io.holdfast.agent.daemon.spool.Backlog;
import io.holdfast.agent.daemon.spool.Entry;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Look;
import io.holdfast.core.state.Position;
import io.holdfast.core.state.StateTable;
import io.holdfast.core.survey.Survey;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.Numbered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns surveys into numbered changes and lays them into the backlog.
 *
 * <p>For one thread; the position may be read by all.
 */
public final class Ledger {

    private final StateTable table;
    private final Backlog backlog;
    private final LookBoard looks;
    private final Verdicts verdicts = new Verdicts();
    private volatile Position position;

    public Ledger(StateTable table, long incarnation, Backlog backlog, LookBoard looks) {
        this.table = table;
        this.backlog = backlog;
        this.looks = looks;
        this.position = new Position(incarnation, 0);
    }

    /** Where we stand: the last change made. */
    public Position position() {
        return position;
    }

    /** Takes in what a probe saw; whether that changed anything. */
    public boolean take(Survey survey) {
        List<Change> changes = table.apply(SharedGroups.own(survey, table.state()));
        List<Entry> entries = new ArrayList<>();
        Position at = position;
        for (Change change : changes) {
            at = at.next();
            byte[] bytes = Codec.encode(new Numbered(at.sequence(), change));
            entries.add(new Entry(at, verdicts.weigh(change), bytes));
        }
        backlog.add(entries);
        position = at;
        looks.put(survey.probe(), new Look(survey.at(), survey.complete()));
        return !entries.isEmpty();
    }

    /**
     * Takes in that a probe did not answer: all that it had listed, and that is not absent, is
     * silent from now on.
     */
    public boolean missed(String probe, Instant at, Silence why) {
        List<Observation> silent = new ArrayList<>();
        for (ComponentId component : table.state().components().keySet()) {
            boolean listed = table.state().probe(component).equals(probe);
            boolean absent =
                    table.state().observations().get(component) instanceof Observation.Absent;
            if (listed && !absent) {
                silent.add(new Observation.Silent(component, at, why));
            }
        }
        Survey nothing =
                new Survey(
                        probe,
                        at,
                        false,
                        List.of(),
                        silent,
                        List.of(),
                        List.of(new Unseen(probe, why)));
        return take(nothing);
    }

    /** The whole state as of now. */
    public Digest digest() {
        return new Digest(position, table.state().changes());
    }

    /** Begins a new incarnation with the same state: our collector knows of later ones. */
    public void restart(long incarnation) {
        position = new Position(incarnation, 0);
    }
}
