package io.holdfast.agent.devices.ipmi.message;

import java.time.Duration;

/**
 * One BMC that can be asked typed questions; a busy one is asked again a little later.
 *
 * @param link the way to it
 * @param pause the means to wait
 */
public record Bmc(BmcLink link, Pause pause) {

    /** A BMC that is busy for longer is told as busy. */
    static final int MOST_TRIES = 4;

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);

    /** The means to wait. */
    @FunctionalInterface
    public interface Pause {

        void of(Duration time) throws InterruptedException;
    }

    /** Asks one question. */
    public <T> Outcome<T> ask(Command<T> command) throws InterruptedException {
        Duration wait = FIRST_WAIT;
        Answer answer = link.exchange(command.request());
        for (int tries = 1; tries < MOST_TRIES && busy(answer); tries++) {
            pause.of(wait);
            wait = wait.multipliedBy(2);
            answer = link.exchange(command.request());
        }
        return command.read(answer);
    }

    private static boolean busy(Answer answer) {
        return answer instanceof Answer.Reply reply && CompletionCode.passing(reply.code());
    }
}
