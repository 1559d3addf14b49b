package io.holdfast.agent.devices.serial.console;

import io.holdfast.agent.devices.serial.line.Exchange;
import io.holdfast.agent.devices.serial.line.Received;
import io.holdfast.core.observation.Silence;
import io.holdfast.mibs.line.ConsoleScript;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Waits for what a console does next: asks for a command, a name, a password, or for the next page,
 * which it is given.
 */
record Expect(Exchange exchange, ConsoleScript script) {

    /** The longest output of one command, in bytes. */
    static final int LONGEST_OUTPUT = 1 << 16;

    /** The most pages of one command. */
    static final int MOST_PAGES = 200;

    /** A line that looks like a prompt is one if nothing follows it for so long. */
    static final Duration SETTLED = Duration.ofMillis(150);

    private static final Duration WRITE_WITHIN = Duration.ofSeconds(2);

    /** What a console waits for. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, shown and never compared.
    sealed interface Waiting {

        /**
         * A command.
         *
         * @param output what it printed before
         */
        record ForCommand(byte[] output) implements Waiting {}

        /** A name. */
        record ForUser() implements Waiting {}

        /** A password. */
        record ForPassword() implements Waiting {}

        /** It said no. */
        record Refused() implements Waiting {}

        /**
         * Nothing that we know.
         *
         * @param output what it printed
         */
        record Lost(byte[] output) implements Waiting {}

        /** The line broke. */
        record Gone(Silence why) implements Waiting {}
    }

    /** Sends a line and waits. */
    Waiting send(String text, Duration within) throws InterruptedException {
        byte[] bytes = (text + "\r").getBytes(StandardCharsets.UTF_8);
        Optional<Silence> broken = exchange.line().write(bytes, WRITE_WITHIN);
        return broken.isPresent() ? new Waiting.Gone(broken.get()) : await(within);
    }

    private Waiting await(Duration within) throws InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Optional<Waiting> candidate = Optional.empty();
        int pages = 0;
        long start = exchange.ticker().nanos();
        while (all.size() < LONGEST_OUTPUT) {
            long left = within.toNanos() - (exchange.ticker().nanos() - start);
            if (left <= 0) {
                break;
            }
            Duration wait = candidate.isPresent() ? SETTLED : Duration.ofNanos(left);
            switch (exchange.line().read(LONGEST_OUTPUT - all.size(), wait)) {
                case Received.Gone(Silence why) -> {
                    return new Waiting.Gone(why);
                }
                case Received.Quiet() -> {
                    return candidate.orElseGet(() -> new Waiting.Lost(all.toByteArray()));
                }
                case Received.Bytes(byte[] bytes) -> all.writeBytes(bytes);
            }
            String last = Screen.last(all.toByteArray());
            if (pages < MOST_PAGES && pageIsFull(last)) {
                pages++;
                all.write('\r');
                Optional<Silence> broken = turnPage();
                if (broken.isPresent()) {
                    return new Waiting.Gone(broken.get());
                }
                continue;
            }
            candidate = waiting(last, all.toByteArray());
        }
        return new Waiting.Lost(all.toByteArray());
    }

    private boolean pageIsFull(String last) {
        return script.pager().isPresent() && fits(script.pager().get().pattern(), last);
    }

    private Optional<Silence> turnPage() throws InterruptedException {
        String answer = script.pager().map(ConsoleScript.Pager::answer).orElse(" ");
        return exchange.line().write(answer.getBytes(StandardCharsets.UTF_8), WRITE_WITHIN);
    }

    private Optional<Waiting> waiting(String last, byte[] all) {
        if (script.login().isPresent()) {
            ConsoleScript.Login login = script.login().get();
            if (Screen.lines(all).stream().anyMatch(line -> fits(login.refused(), line))) {
                return Optional.of(new Waiting.Refused());
            }
            if (fits(login.user(), last)) {
                return Optional.of(new Waiting.ForUser());
            }
            if (fits(login.password(), last)) {
                return Optional.of(new Waiting.ForPassword());
            }
        }
        return fits(script.prompt(), last)
                ? Optional.of(new Waiting.ForCommand(all))
                : Optional.empty();
    }

    private static boolean fits(Pattern pattern, String line) {
        return Steps.find(pattern, line).isPresent();
    }
}
