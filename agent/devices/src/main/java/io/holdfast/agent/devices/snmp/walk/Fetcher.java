package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Reply;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.core.time.Ticker;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.object.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Fetches what is needed of one device: single instances by name, subtrees by walks, all within the
 * limits of one look.
 *
 * <p>Not for two threads at once.
 */
public final class Fetcher {

    /** A device that fails in so many subtrees is asked for no more of them in this look. */
    static final int MOST_ILL_SUBTREES = 4;

    private static final Oid UPTIME = Oid.parse("1.3.6.1.2.1.1.3.0");

    private final Line line;
    private final WalkLimits limits;
    private final Ticker ticker;
    private final Memory memory;
    private final Walker walker;
    private final Scout scout;
    private final Order order = new Order();
    private Budget budget;

    /**
     * What fetches from one device.
     *
     * @param memory what all devices share; given back by {@link #end}
     */
    public Fetcher(Line line, WalkLimits limits, Ticker ticker, Memory memory) {
        this.line = line;
        this.limits = limits;
        this.ticker = ticker;
        this.memory = memory;
        this.walker = new Walker(line, limits);
        this.scout = new Scout(line, limits);
        this.budget = new Budget(limits, ticker, memory);
    }

    /** Begins a new look: the limits count from here. */
    public void begin() {
        end();
        budget = new Budget(limits, ticker, memory);
    }

    /** Ends a look: what it fetched is no longer held. */
    public void end() {
        budget.release();
    }

    /** Asks for instances by name, of which there may be any number. */
    public Instances get(List<Oid> names) throws InterruptedException {
        return new InstanceReader(new Persistence(line, limits), budget).read(names);
    }

    /** Walks one subtree. */
    public Walk walk(Oid subtree) throws InterruptedException {
        TreeMap<Oid, Value> got = new TreeMap<>();
        Optional<Trouble> trouble =
                walker.walk(new Course(subtree, Agenda.none(), budget, got), budget);
        if (trouble.isEmpty()) {
            return new Walk.Walked(new Variables(got));
        }
        return got.isEmpty()
                ? new Walk.Failed(trouble.get())
                : new Walk.Partly(new Variables(got), trouble.get(), got.lastKey());
    }

    /** Fetches subtrees, each once however they overlap. */
    public Fetched fetch(SortedSet<Oid> subtrees) throws InterruptedException {
        SortedSet<Oid> wanted = outermost(subtrees);
        Gathering gathering = new Gathering();
        if (order.begin()) {
            gathering.walkAll(Agenda.of(wanted, true));
        } else {
            Scout.Scouted scouted = scout.look(wanted, budget);
            Agenda agenda = new Agenda(scouted.open(), false);
            gathering.walkAll(agenda);
            List<Gap> gaps = new ArrayList<>(scouted.empty().values());
            gaps.addAll(agenda.gaps());
            if (contradicts(gaps, scouted.empty())) {
                scout.giveUp();
                gathering.walkAll(Agenda.of(new TreeSet<>(scouted.empty().keySet()), false));
            }
            order.prove(gathering.answered(wanted), gaps, gathering.all);
        }
        return gathering.fetched();
    }

    /** Whether the device names something of a subtree of which it said that there is nothing. */
    private static boolean contradicts(List<Gap> gaps, SortedMap<Oid, Gap> empty) {
        TreeMap<Oid, Gap> sorted = new TreeMap<>(empty);
        return gaps.stream()
                .flatMap(gap -> gap.next().stream())
                .anyMatch(
                        named -> {
                            Oid subtree = sorted.lowerKey(named);
                            return subtree != null && named.startsWith(subtree);
                        });
    }

    /** What one look has got of the subtrees that it walks. */
    private final class Gathering {
        private final TreeMap<Oid, Value> all = new TreeMap<>();
        private final TreeMap<Oid, Trouble> missing = new TreeMap<>();
        private Optional<Trouble> ended = Optional.empty();

        void walkAll(Agenda agenda) throws InterruptedException {
            Optional<Oid> next = agenda.next();
            while (next.isPresent() && ended.isEmpty()) {
                Course course = new Course(next.get(), agenda, budget, all);
                Optional<Trouble> trouble = walker.walk(course, budget);
                trouble.ifPresent(why -> missing.put(course.subtree(), why));
                if (trouble.isPresent()
                        && (missing.size() >= MOST_ILL_SUBTREES || hopeless(trouble.get()))) {
                    ended = trouble;
                }
                next = agenda.next();
            }
            while (next.isPresent()) {
                missing.put(next.get(), ended.orElseThrow());
                next = agenda.next();
            }
        }

        /** Those of some subtrees that were answered to their end. */
        SortedSet<Oid> answered(SortedSet<Oid> wanted) {
            TreeSet<Oid> answered = new TreeSet<>(wanted);
            answered.removeAll(missing.keySet());
            return answered;
        }

        Fetched fetched() {
            return new Fetched(new Variables(all), missing, ended);
        }
    }

    /** The subtrees that lie in no other of them. */
    static SortedSet<Oid> outermost(SortedSet<Oid> subtrees) {
        TreeSet<Oid> outermost = new TreeSet<>();
        Oid last = null;
        for (Oid subtree : subtrees) {
            if (last == null || !subtree.startsWith(last)) {
                outermost.add(subtree);
                last = subtree;
            }
        }
        return outermost;
    }

    /** Whether the next subtree would meet the same trouble. */
    private boolean hopeless(Trouble trouble) throws InterruptedException {
        return switch (trouble.kind()) {
            case TIMED_OUT, NOT_UNDERSTOOD ->
                    !(new Persistence(line, limits)
                                    .once(new Question.Get(List.of(UPTIME)), 0, budget)
                            instanceof Reply.Answer);
            case REFUSED, DEVICE_FAULT, LOOPED -> false;
            case TOO_LARGE,
                    UNREACHABLE,
                    UNKNOWN_USER,
                    WRONG_AUTHENTICATION,
                    WRONG_PRIVACY,
                    LEVEL_NOT_SUPPORTED,
                    UNKNOWN_CONTEXT,
                    OUT_OF_TIME,
                    BACKING_OFF,
                    CLOSED ->
                    true;
        };
    }
}
