package io.holdfast.agent.devices.snmp.actuate;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.agent.devices.snmp.exchange.ErrorStatus;
import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Reply;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.core.time.Ticker;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.time.Duration;
import java.util.List;

/**
 * Switches things of one device off and on: looks, writes once, and reads back until the device
 * says so or the deadline has passed.
 *
 * <p>A write that stays unanswered is not repeated, because it may have been carried out: what the
 * device says then decides.
 */
public final class Actuator {

    /** Waits between two readings; handed in, because tests do not. */
    public interface Pause {
        void rest(Duration time) throws InterruptedException;
    }

    private final Line line;
    private final Patience patience;
    private final Ticker ticker;
    private final Pause pause;

    public Actuator(Line line, Patience patience, Ticker ticker, Pause pause) {
        this.line = line;
        this.patience = patience;
        this.ticker = ticker;
        this.pause = pause;
    }

    /** Makes it so. */
    public Actuation make(Switching thing, Wish wish) throws InterruptedException {
        long endNanos = ticker.nanos() + patience.deadline().toNanos();
        switch (read(thing.state())) {
            case State.Says(int value) when value == thing.expected(wish) -> {
                return new Actuation.Done(false, said(thing, value));
            }
            case State.Says says -> {}
            case State.Mute(String why) -> {
                return new Actuation.NotDone("the device does not say how it is: " + why);
            }
        }
        Question order = new Question.Set(List.of(thing.written(wish)));
        return switch (line.ask(order, patience.timeout())) {
            case Reply.Answer answer -> readBack(thing, wish, endNanos, "");
            case Reply.Rejected(ErrorStatus status, int index) ->
                    new Actuation.NotDone(
                            "the device refuses to switch "
                                    + thing.what()
                                    + ": "
                                    + refusal(status));
            case Reply.Unanswered(Trouble trouble) when trouble.authentication() ->
                    new Actuation.NotDone(trouble.detail());
            case Reply.Unanswered(Trouble trouble) ->
                    readBack(thing, wish, endNanos, trouble.detail());
        };
    }

    private static String refusal(ErrorStatus status) {
        return switch (status) {
            case NO_ACCESS, AUTHORIZATION, NOT_WRITABLE, READ_ONLY ->
                    status.word() + " (this login may not write)";
            // RFC 2576: an agent of SNMPv1 says noSuchName for what may not be written, too.
            case NO_SUCH_NAME, NO_CREATION ->
                    status.word() + " (no such thing, or this login may not write)";
            case NO_ERROR,
                    TOO_BIG,
                    BAD_VALUE,
                    GENERAL,
                    WRONG_TYPE,
                    WRONG_LENGTH,
                    WRONG_ENCODING,
                    WRONG_VALUE,
                    INCONSISTENT_VALUE,
                    RESOURCE_UNAVAILABLE,
                    COMMIT_FAILED,
                    UNDO_FAILED,
                    INCONSISTENT_NAME,
                    UNKNOWN ->
                    status.word();
        };
    }

    private Actuation readBack(Switching thing, Wish wish, long endNanos, String doubt)
            throws InterruptedException {
        while (true) {
            State state = read(thing.state());
            if (state instanceof State.Says(int value) && value == thing.expected(wish)) {
                return new Actuation.Done(true, said(thing, value));
            }
            if (ticker.nanos() >= endNanos) {
                return switch (state) {
                    case State.Says(int value) -> new Actuation.NotConfirmed(said(thing, value));
                    case State.Mute(String why) ->
                            new Actuation.Unknown(doubt.isEmpty() ? why : doubt + "; then " + why);
                };
            }
            pause.rest(patience.pause());
        }
    }

    /** What a reading comes to. */
    private sealed interface State {
        record Says(int value) implements State {}

        record Mute(String why) implements State {}
    }

    private State read(Oid instance) throws InterruptedException {
        State state = new State.Mute("not asked");
        for (int attempt = 0; attempt < patience.readTries(); attempt++) {
            Reply reply = line.ask(new Question.Get(List.of(instance)), patience.timeout());
            state = state(instance, reply);
            if (!(reply instanceof Reply.Unanswered)) {
                return state;
            }
        }
        return state;
    }

    private static State state(Oid instance, Reply reply) {
        return switch (reply) {
            case Reply.Answer(List<Binding> bindings) -> {
                Value value =
                        bindings.size() == 1 && bindings.getFirst().name().equals(instance)
                                ? bindings.getFirst().value()
                                : Value.Missing.NULL;
                yield value instanceof Value.Whole(int whole)
                        ? new State.Says(whole)
                        : new State.Mute(instance + " is " + value.shown());
            }
            case Reply.Rejected(ErrorStatus status, int index) ->
                    new State.Mute(instance + ": " + status.word());
            case Reply.Unanswered(Trouble trouble) -> new State.Mute(trouble.detail());
        };
    }

    private static String said(Switching thing, int value) {
        return thing.what() + ": " + thing.state() + " = " + value;
    }
}
