package io.holdfast.agent.devices.serial.apcsmart;

import io.holdfast.agent.devices.serial.Driver;
import io.holdfast.agent.devices.serial.line.Exchange;
import io.holdfast.agent.devices.serial.line.Exchange.Reply;
import io.holdfast.agent.devices.serial.line.LineSettings;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.agent.devices.ups.UpsSurvey;
import io.holdfast.core.observation.Silence;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * UPSs of APC that speak the Smart protocol: questions of one character, answers of one line.
 *
 * <p>A question that a UPS refused, or left unanswered at several looks, is not asked again while
 * the agent runs: no two families know the same ones, and each would cost its whole time at every
 * look.
 */
public final class SmartDriver implements Driver {

    /** The longest answer, in bytes. */
    static final int LONGEST_ANSWER = 96;

    /** How long one answer may take; the protocol allows a second. */
    static final Duration ANSWER_WITHIN = Duration.ofMillis(1200);

    /** The first question after a pause is often lost. */
    static final int MOST_TRIES = 3;

    private static final Set<Question> NEEDED = EnumSet.of(Question.SMART_MODE, Question.STATUS);

    /** A question that is left unanswered so often is given up; one that is refused, at once. */
    static final int MOST_MISSES = 3;

    private final Map<Question, Integer> misses = new EnumMap<>(Question.class);

    @Override
    public String word() {
        return "apcsmart";
    }

    @Override
    public LineSettings usual() {
        return LineSettings.plain(2400);
    }

    @Override
    public Outcome talk(Exchange exchange, Asked asked) throws InterruptedException {
        SmartAnswers answers = new SmartAnswers();
        String heard = "";
        for (Question question : Question.values()) {
            if (misses.getOrDefault(question, 0) >= MOST_MISSES) {
                continue;
            }
            boolean needed = NEEDED.contains(question);
            boolean answered = false;
            for (int i = 0; i < (needed ? MOST_TRIES : 1) && !answered; i++) {
                Reply reply =
                        exchange.ask(
                                question.bytes(), c -> c == '\n', LONGEST_ANSWER, ANSWER_WITHIN);
                if (reply instanceof Reply.Gone(Silence why)) {
                    return new Outcome.Broken(why);
                }
                answered = fits(question, reply) && take(answers, question, reply);
                if (!answered && !needed) {
                    misses.merge(question, refused(reply) ? MOST_MISSES : 1, Integer::sum);
                }
                heard = answered ? heard : shown(question, reply, heard);
            }
            if (!answered && needed) {
                return new Outcome.Unheard(unheard(asked, heard));
            }
            if (answered) {
                misses.remove(question);
            }
        }
        UpsFacts facts = new UpsFacts(asked.device());
        answers.tell(facts);
        return new Outcome.Seen(UpsSurvey.of(asked.probe(), asked.host(), asked.at(), true, facts));
    }

    private static boolean take(SmartAnswers answers, Question question, Reply reply) {
        return reply instanceof Reply.Whole(byte[] bytes) && answers.take(question, bytes);
    }

    private static boolean refused(Reply reply) {
        return reply instanceof Reply.Whole(byte[] bytes) && SmartAnswers.text(bytes).equals("NA");
    }

    /** Without these two answers nothing else on the line can be trusted to be one. */
    private static boolean fits(Question question, Reply reply) {
        if (!(reply instanceof Reply.Whole(byte[] bytes))) {
            return false;
        }
        String text = SmartAnswers.text(bytes);
        return switch (question) {
            case SMART_MODE -> text.equals("SM");
            case STATUS -> text.matches("[0-9A-Fa-f]{2}");
            case MODEL,
                    SERIAL,
                    FIRMWARE,
                    MANUFACTURED,
                    BATTERY_CHANGED,
                    LINE_VOLTS,
                    LOW_TRANSFER_VOLTS,
                    HIGH_TRANSFER_VOLTS,
                    OUTPUT_VOLTS,
                    HERTZ,
                    LOAD_PERCENT,
                    CELSIUS,
                    BATTERY_PERCENT,
                    BATTERY_VOLTS,
                    RUNTIME_MINUTES,
                    SELF_TEST,
                    BAD_PACKS,
                    REGISTER_1,
                    REGISTER_2,
                    REGISTER_3 ->
                    true;
        };
    }

    private static String shown(Question question, Reply reply, String before) {
        String asked = "'" + question.key() + "' was answered ";
        return switch (reply) {
            case Reply.Whole(byte[] bytes) -> asked + "with '" + Exchange.shown(bytes) + "'";
            case Reply.Broken(byte[] bytes, boolean tooLong) ->
                    asked + (tooLong ? "without end: " : "in part: ") + Exchange.shown(bytes);
            case Reply.Nothing(), Reply.Gone(_) -> before;
        };
    }

    private Silence unheard(Asked asked, String heard) {
        String remedy =
                "check --line (usual: "
                        + usual()
                        + ") and that the cable is APC's smart one (940-0024C or 940-0625A)";
        return heard.isEmpty()
                ? new Silence(
                        Silence.Cause.TIMED_OUT,
                        "no answer to 'Y' (smart mode) on " + asked.device(),
                        remedy)
                : new Silence(
                        Silence.Cause.NOT_UNDERSTOOD,
                        "nothing on " + asked.device() + " speaks APC's Smart protocol; " + heard,
                        remedy);
    }
}
