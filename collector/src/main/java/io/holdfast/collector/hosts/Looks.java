package io.holdfast.collector.hosts;

import io.holdfast.collector.event.Event;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Needs;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.state.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the changes of a batch and judges the host after each look that brought news.
 *
 * <p>What one look saw belongs together: a part that failed and one that came back at the same
 * moment never were a state of their own. What two looks saw does not, even in one batch: a part
 * that failed and came back did both.
 */
final class Looks {

    private final HostBook book;
    private final Needs needs;
    private final Instant now;
    private final List<Event> events = new ArrayList<>();
    private final Set<ComponentId> turned = new HashSet<>();
    private Optional<Instant> turnedAt = Optional.empty();
    private boolean news;

    /**
     * @param news whether there is something to judge before the first change
     */
    Looks(HostBook book, Needs needs, Instant now, boolean news) {
        this.book = book;
        this.needs = needs;
        this.now = now;
        this.news = news;
    }

    void apply(Change change) {
        if (change instanceof Change.Observed(Observation observation)) {
            book.samples().take(observation);
            if (isNews(observation)) {
                turn(observation);
            }
        } else if (!(change instanceof Change.UnseenListed)) {
            news = true;
        }
        book.succession().apply(change);
    }

    /** Judges what is left and gives all events, in order. */
    List<Event> finish() {
        judge();
        return events;
    }

    private void turn(Observation observation) {
        ComponentId component = observation.component();
        boolean known = book.judgement().observations().containsKey(component);
        boolean otherLook = turnedAt.isPresent() && !turnedAt.get().equals(observation.at());
        if ((known && otherLook) || !turned.add(component)) {
            judge();
            turned.add(component);
        }
        turnedAt = Optional.of(observation.at());
        news = true;
    }

    private void judge() {
        if (news) {
            events.addAll(book.judge(needs, now));
        }
        news = false;
        turned.clear();
        turnedAt = Optional.empty();
    }

    /**
     * Whether an observation can alter the judgement, not only the numbers: compared with what was
     * said last, judged or not yet.
     */
    private boolean isNews(Observation now) {
        Observation before = book.state().observations().get(now.component());
        boolean judged = book.judgement().observations().containsKey(now.component());
        boolean sameHealth =
                judged
                        && before instanceof Observation.Reported was
                        && now instanceof Observation.Reported is
                        && was.health() == is.health();
        return !sameHealth;
    }
}
