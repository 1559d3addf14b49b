package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.agent.devices.snmp.exchange.ErrorStatus;
import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Reply;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.mibs.object.Oid;
import java.util.List;
import java.util.Optional;

/**
 * Walks subtrees of one device; remembers how much the device can answer at once.
 *
 * <p>Not for two threads at once.
 */
final class Walker {

    /** After so many answers whoever else has a question for the device gets his turn. */
    static final int MOST_ANSWERS_IN_A_STRETCH = 50;

    private final Persistence persistence;
    private final WalkLimits limits;
    private final Repetitions repetitions;
    private final boolean knowsBulk;

    /** Whether GETBULK has ended in an error of the device's own, and GETNEXT is used instead. */
    private boolean single;

    Walker(Line line, WalkLimits limits) {
        this.persistence = new Persistence(line, limits);
        this.limits = limits;
        this.repetitions = new Repetitions(limits);
        this.knowsBulk = line.knowsBulk();
    }

    /**
     * Walks to the end of the subtree that it comes to last; a subtree's own identifier, as an
     * instance, is not part of it.
     *
     * @return why the walk ended before its time; empty where it came to its end
     */
    Optional<Trouble> walk(Course course, Budget budget) throws InterruptedException {
        int attempt = 0;
        while (true) {
            Stretch stretch = new Stretch(course, budget, question(course.at(), attempt));
            Reply reply =
                    attempt == 0
                            ? persistence.converse(stretch.asked, budget, stretch)
                            : persistence.once(stretch.asked, attempt, budget);
            if (attempt > 0 && reply instanceof Reply.Answer answer) {
                stretch.take(answer);
            }
            attempt = stretch.answers > 0 ? 0 : attempt;
            Optional<End> end =
                    switch (reply) {
                        case Reply.Answer answer -> stretch.end;
                        case Reply.Rejected(ErrorStatus status, int index) ->
                                rejected(course, stretch.asked, status);
                        case Reply.Unanswered(Trouble trouble) -> {
                            attempt++;
                            yield unanswered(
                                    stretch.asked,
                                    trouble,
                                    persistence.again(reply, attempt, budget));
                        }
                    };
            if (end.isPresent()) {
                return end.get().trouble();
            }
        }
    }

    /** Answers that follow each other without trouble; no more than others can wait for. */
    private final class Stretch implements Line.Followup {
        private final Course course;
        private final Budget budget;

        /** What is on its way, or was last. */
        private Question asked;

        private int answers;
        private Optional<End> end = Optional.empty();

        Stretch(Course course, Budget budget, Question first) {
            this.course = course;
            this.budget = budget;
            this.asked = first;
        }

        @Override
        public Optional<Question> after(Reply.Answer answer) {
            take(answer);
            if (end.isPresent()
                    || answers >= MOST_ANSWERS_IN_A_STRETCH
                    || !budget.left().isPositive()) {
                return Optional.empty();
            }
            asked = question(course.at(), 0);
            return Optional.of(asked);
        }

        void take(Reply.Answer answer) {
            answers++;
            answered(asked, answer.bindings());
            end = course.take(answer.bindings(), asked(asked));
        }
    }

    /** The last attempt asks for what any agent can send and any path can carry. */
    private Question question(Oid at, int attempt) {
        boolean last = attempt > 0 && attempt == limits.tries() - 1;
        return knowsBulk && !single
                ? new Question.Bulk(at, last ? 1 : repetitions.next())
                : new Question.Next(at);
    }

    private static int asked(Question question) {
        return question instanceof Question.Bulk bulk ? bulk.repetitions() : 1;
    }

    private void answered(Question question, List<Binding> bindings) {
        if (question instanceof Question.Bulk) {
            int bytes = 0;
            for (Binding binding : bindings) {
                bytes += WireSize.of(binding);
            }
            repetitions.grow(bindings.size(), bytes);
        }
    }

    private Optional<End> rejected(Course course, Question question, ErrorStatus status) {
        if (status == ErrorStatus.NO_SUCH_NAME) {
            // RFC 1157: that is how the end of the MIB is said in SNMPv1.
            return Optional.of(End.WHOLE);
        }
        if (question instanceof Question.Bulk bulk) {
            if (status == ErrorStatus.TOO_BIG && bulk.repetitions() > 1) {
                repetitions.tooBig();
            } else {
                // Some agents fail on GETBULK where they answer GETNEXT.
                single = true;
            }
            return Optional.empty();
        }
        return Optional.of(new End(Trouble.of(status, " behind " + course.at())));
    }

    private Optional<End> unanswered(Question question, Trouble trouble, boolean again) {
        if (question instanceof Question.Bulk) {
            repetitions.lost();
        }
        return again ? Optional.empty() : Optional.of(new End(trouble));
    }
}
