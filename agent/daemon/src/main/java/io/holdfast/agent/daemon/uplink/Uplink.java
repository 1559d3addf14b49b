package io.holdfast.agent.daemon.uplink;

import io.holdfast.agent.daemon.state.Digest;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.Ended;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import io.holdfast.wire.stream.Inbound;
import io.holdfast.wire.stream.Outbound;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's side of what goes on between it and its collector, as a state machine that is fed
 * events.
 *
 * <pre>
 *   NOBODY --Identified--> AWAY --due--> GREETING --Welcome--> LIVE
 *                           ^               |                    |
 *                           +----- Over ----+-------- Over ------+
 * </pre>
 *
 * <p>For one thread.
 */
public final class Uplink {

    /** With nothing else to do, look around this often. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

    /** Where we stand with the collector. */
    public enum Phase {
        /** We have no certificate yet. */
        NOBODY,
        /** No stream; the next attempt is due at some time. */
        AWAY,
        /** Hello is sent. */
        GREETING,
        /** Welcome has come. */
        LIVE
    }

    private final Telling telling;
    private final Connector connector;
    private final Times times;
    private final Backoff backoff;
    private final DigestNeed need;
    private final Consumer<Event> events;
    private final Consumer<Phase> phases;
    private UplinkSettings settings;

    private Phase phase = Phase.NOBODY;
    private Optional<Conversation> conversation = Optional.empty();
    private Optional<Ended> saidLast = Optional.empty();
    private long stream;
    private long attemptDue;

    /**
     * @param events where streams put what they hear, for this uplink to be fed with
     * @param phases told of every change of the phase
     */
    public Uplink(
            Telling telling,
            UplinkSettings settings,
            Connector connector,
            Times times,
            RandomGenerator random,
            Consumer<Event> events,
            Consumer<Phase> phases) {
        this.telling = telling;
        this.settings = settings;
        this.connector = connector;
        this.times = times;
        this.backoff = new Backoff(random);
        this.need = new DigestNeed(times, settings.digest());
        this.events = events;
        this.phases = phases;
    }

    /** Where we stand. */
    public Phase phase() {
        return phase;
    }

    /** Reacts to what happened, and to the time that has passed since. */
    public void feed(Event event) {
        switch (event) {
            case Event.Heard(long from, Decoded<FromCollector> message) -> {
                if (from == stream) {
                    heard(message);
                }
            }
            case Event.Room(long on) -> {
                if (on == stream) {
                    conversation.ifPresent(Conversation::pump);
                }
            }
            case Event.Over(long gone, Ended why) -> {
                if (gone == stream) {
                    over(why);
                }
            }
            case Event.Changed changed -> conversation.ifPresent(Conversation::pump);
            case Event.Whole(Digest digest) -> whole(digest);
            case Event.Complete complete -> need.want();
            case Event.Identified identified -> identified();
            case Event.Paced(UplinkSettings fresh) -> {
                settings = fresh;
                need.every(fresh.digest());
            }
            case Event.Tick tick -> {}
        }
        pass();
    }

    /** How long nothing needs to be fed but events. */
    public Duration untilNext() {
        Duration wait =
                switch (phase) {
                    case NOBODY -> LONGEST_WAIT;
                    case AWAY -> times.until(attemptDue);
                    case GREETING, LIVE ->
                            conversation.map(c -> times.until(c.due())).orElse(LONGEST_WAIT);
                };
        Duration atMost = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        Duration lease = telling.devices().leaseEnds().map(times::until).orElse(atMost);
        Duration sooner = lease.compareTo(atMost) < 0 ? lease : atMost;
        return sooner.isNegative() ? Duration.ZERO : sooner;
    }

    /** Says good-bye, for good. */
    public void end() {
        conversation.ifPresent(Conversation::end);
    }

    private void pass() {
        if (phase == Phase.AWAY && times.has(attemptDue)) {
            attempt();
        }
        conversation.ifPresent(Conversation::tick);
        telling.devices().tick();
    }

    private void attempt() {
        stream++;
        Outbound<FromAgent> out = connector.open(new Stream(stream));
        Conversation opened = new Conversation(out, telling, need, settings.heartbeat(), times);
        conversation = Optional.of(opened);
        enter(Phase.GREETING);
        opened.greet();
    }

    private void heard(Decoded<FromCollector> message) {
        conversation.ifPresent(c -> c.heard(message));
        if (phase == Phase.GREETING && conversation.map(Conversation::live).orElse(false)) {
            backoff.reset();
            saidLast = Optional.empty();
            enter(Phase.LIVE);
        }
    }

    private void whole(Digest digest) {
        if (conversation.isPresent()) {
            conversation.get().whole(digest);
        } else {
            need.want();
        }
    }

    private void identified() {
        switch (phase) {
            case NOBODY, AWAY -> {
                attemptDue = times.in(Duration.ZERO);
                enter(Phase.AWAY);
            }
            // The collector ends the stream in turn, and the next one shows the new certificate.
            case GREETING, LIVE -> end();
        }
    }

    private void over(Ended why) {
        conversation = Optional.empty();
        Duration wait = backoff.after(why.cause());
        attemptDue = times.in(wait);
        say(why, wait);
        enter(Phase.AWAY);
    }

    /** Says once in the log what keeps us away, not with every attempt. */
    private void say(Ended why, Duration wait) {
        if (saidLast.filter(last -> last.cause() == why.cause()).isPresent()) {
            LOG.debug("still no collector: {} {}", why.cause(), why.detail());
            return;
        }
        saidLast = Optional.of(why);
        String next = "; next attempt in " + wait.toMillis() + " ms, then less and less often";
        switch (why.cause()) {
            case REFUSED_IDENTITY ->
                    LOG.error("the collector refuses our certificate: {}{}", why.detail(), next);
            case UNTRUSTED_SERVER ->
                    LOG.error("this is not the collector that we trust: {}{}", why.detail(), next);
            case REFUSED_PROTOCOL ->
                    LOG.error("the collector is of another version: {}{}", why.detail(), next);
            case CLOSED, NOT_UNDERSTOOD, OVERLOADED, REPLACED, UNREACHABLE, CANCELLED, FAILED ->
                    LOG.warn("no collector ({}): {}{}", why.cause(), why.detail(), next);
        }
    }

    private void enter(Phase next) {
        if (phase != next) {
            phase = next;
            phases.accept(next);
        }
    }

    /** Puts what one stream hears to the events. */
    private final class Stream implements Inbound<FromCollector> {
        private final long number;

        private Stream(long number) {
            this.number = number;
        }

        @Override
        public void received(Decoded<FromCollector> message) {
            events.accept(new Event.Heard(number, message));
        }

        @Override
        public void ready() {
            events.accept(new Event.Room(number));
        }

        @Override
        public void ended(Ended why) {
            events.accept(new Event.Over(number, why));
        }
    }
}
