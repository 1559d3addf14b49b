package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Reply;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import java.time.Duration;

/** Asks again when nothing came, each time with more patience, within a budget. */
record Persistence(Line line, WalkLimits limits) {

    /** Asks up to as often as the limits say. */
    Reply ask(Question question, Budget budget) throws InterruptedException {
        Reply reply = once(question, 0, budget);
        for (int attempt = 1; again(reply, attempt, budget); attempt++) {
            reply = once(question, attempt, budget);
        }
        return reply;
    }

    /** Asks once, with the patience of this attempt, the first being 0. */
    Reply once(Question question, int attempt, Budget budget) throws InterruptedException {
        Duration patience = patience(attempt, budget);
        return patience.isPositive() ? line.ask(question, patience) : late();
    }

    /** Asks, and then what follows from each answer, none of it twice. */
    Reply converse(Question first, Budget budget, Line.Followup followup)
            throws InterruptedException {
        Duration patience = patience(0, budget);
        return patience.isPositive() ? line.converse(first, patience, followup) : late();
    }

    /** No longer than the look may still take; zero or less where it may not. */
    private Duration patience(int attempt, Budget budget) {
        Duration left = budget.left();
        Duration timeout = limits.timeout(attempt);
        return timeout.compareTo(left) < 0 ? timeout : left;
    }

    private Reply late() {
        return new Reply.Unanswered(
                new Trouble(
                        Trouble.Kind.TIMED_OUT,
                        "the look took longer than its deadline of "
                                + limits.deadline().toSeconds()
                                + " s"));
    }

    /**
     * Whether asking again may help: what is lost may arrive, what is refused will not.
     *
     * @param attempts how often it was asked already
     */
    boolean again(Reply reply, int attempts, Budget budget) {
        return reply instanceof Reply.Unanswered(Trouble trouble)
                && (trouble.kind() == Trouble.Kind.TIMED_OUT
                        || trouble.kind() == Trouble.Kind.NOT_UNDERSTOOD)
                && attempts < limits.tries()
                && budget.left().isPositive();
    }
}
