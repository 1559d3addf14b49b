package io.holdfast.agent.devices.serial.console;

import io.holdfast.agent.devices.serial.DeviceDraft;
import io.holdfast.agent.devices.serial.Driver;
import io.holdfast.agent.devices.serial.console.Expect.Waiting;
import io.holdfast.agent.devices.serial.line.Exchange;
import io.holdfast.agent.devices.serial.line.LineSettings;
import io.holdfast.core.observation.Silence;
import io.holdfast.mibs.line.ConsoleCommand;
import io.holdfast.mibs.line.ConsoleScript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A device at its line console, asked by a script: logs in, turns pages, runs the script's commands
 * and leaves. A password that was refused is not tried again for a quarter of an hour, lest the
 * account be locked.
 */
public final class ConsoleDriver implements Driver {

    /** How long a console may take to show that it is there. */
    static final Duration WAKE_WITHIN = Duration.ofSeconds(3);

    /** How long it may take to check a password: it may ask a server that is out of reach. */
    static final Duration LOGIN_WITHIN = Duration.ofSeconds(20);

    /** How long one command may take. */
    static final Duration COMMAND_WITHIN = Duration.ofSeconds(20);

    /** How long it is left alone after it has refused us. */
    static final Duration BACK_OFF = Duration.ofMinutes(15);

    /** Some consoles answer only the second return. */
    static final int MOST_WAKES = 2;

    private final ConsoleScript script;
    private final Optional<Login> login;
    private OptionalLong refusedAtNanos = OptionalLong.empty();

    public ConsoleDriver(ConsoleScript script, Optional<Login> login) {
        this.script = script;
        this.login = login;
    }

    @Override
    public String word() {
        return "console";
    }

    @Override
    public LineSettings usual() {
        return LineSettings.parse(script.line()).orElseGet(() -> LineSettings.plain(9600));
    }

    @Override
    public Outcome talk(Exchange exchange, Asked asked) throws InterruptedException {
        if (refusedAtNanos.isPresent()
                && exchange.ticker().nanos() - refusedAtNanos.getAsLong() < BACK_OFF.toNanos()) {
            return new Outcome.Unheard(refused(asked));
        }
        Expect expect = new Expect(exchange, script);
        Waiting waiting = enter(expect);
        return switch (waiting) {
            case Waiting.ForCommand(_) -> run(expect, asked);
            case Waiting.Gone(Silence why) -> new Outcome.Broken(why);
            case Waiting.Refused() -> {
                refusedAtNanos = OptionalLong.of(exchange.ticker().nanos());
                yield new Outcome.Unheard(refused(asked));
            }
            case Waiting.ForUser(), Waiting.ForPassword() ->
                    new Outcome.Unheard(
                            new Silence(
                                    Silence.Cause.NOT_PERMITTED,
                                    "the console on " + asked.device() + " wants a login",
                                    "give --user and --password-file"));
            case Waiting.Lost(byte[] output) -> new Outcome.Unheard(lost(asked, output));
        };
    }

    private Waiting enter(Expect expect) throws InterruptedException {
        Waiting waiting = expect.send("", WAKE_WITHIN);
        for (int i = 1; i < MOST_WAKES && waiting instanceof Waiting.Lost; i++) {
            waiting = expect.send("", WAKE_WITHIN);
        }
        if (login.isEmpty()) {
            return waiting;
        }
        if (waiting instanceof Waiting.ForUser) {
            waiting = expect.send(login.get().user(), LOGIN_WITHIN);
        }
        if (waiting instanceof Waiting.ForPassword) {
            waiting = expect.send(login.get().password(), LOGIN_WITHIN);
            // Asked again: it did not like the answer, whatever its words for that are.
            boolean again =
                    waiting instanceof Waiting.ForUser || waiting instanceof Waiting.ForPassword;
            return again ? new Waiting.Refused() : waiting;
        }
        return waiting;
    }

    private Outcome run(Expect expect, Asked asked) throws InterruptedException {
        refusedAtNanos = OptionalLong.empty();
        DeviceDraft draft = new DeviceDraft(script.self(), asked.device());
        script.identity().forEach((name, value) -> draft.attribute(script.self(), name, value));
        for (String command : script.prepare()) {
            if (expect.send(command, COMMAND_WITHIN) instanceof Waiting.Gone(Silence why)) {
                return new Outcome.Broken(why);
            }
        }
        int fitted = 0;
        for (ConsoleCommand command : script.commands().values()) {
            Waiting waiting = expect.send(command.send(), COMMAND_WITHIN);
            if (waiting instanceof Waiting.Gone(Silence why)) {
                return new Outcome.Broken(why);
            }
            int lines =
                    waiting instanceof Waiting.ForCommand(byte[] output)
                            ? OutputDecoder.decode(command, output, draft)
                            : 0;
            fitted += lines;
            if (!(waiting instanceof Waiting.ForCommand)) {
                draft.unseen(
                        "'" + command.send() + "' on " + asked.device(),
                        Silence.of(Silence.Cause.TIMED_OUT, "the console did not come back"));
                break;
            }
            if (lines == 0) {
                draft.unseen(
                        "'" + command.send() + "' on " + asked.device(),
                        Silence.of(
                                Silence.Cause.NOT_UNDERSTOOD,
                                "no line of what it printed fits script " + script.name()));
            }
        }
        leave(expect);
        return fitted == 0
                ? new Outcome.Unheard(noLine(asked))
                : new Outcome.Seen(draft.survey(asked, script.covers(), true));
    }

    private void leave(Expect expect) throws InterruptedException {
        for (String command : script.leave()) {
            Waiting _ = expect.send(command, WAKE_WITHIN);
        }
    }

    private Silence noLine(Asked asked) {
        return new Silence(
                Silence.Cause.NOT_UNDERSTOOD,
                "nothing that " + asked.device() + " printed fits script " + script.name(),
                "choose another --script, or write one: docs/handbook/serial.md");
    }

    private Silence refused(Asked asked) {
        return new Silence(
                Silence.Cause.NOT_PERMITTED,
                "the console on "
                        + asked.device()
                        + " refused "
                        + login.map(Login::user).orElse("us"),
                "correct name and password; it is tried again in 15 minutes, or after a restart");
    }

    private Silence lost(Asked asked, byte[] output) {
        return output.length == 0
                ? new Silence(
                        Silence.Cause.TIMED_OUT,
                        "no console answers on " + asked.device(),
                        "check the cable and --line (usual: " + usual() + ")")
                : new Silence(
                        Silence.Cause.NOT_UNDERSTOOD,
                        "expected a prompt of script "
                                + script.name()
                                + " on "
                                + asked.device()
                                + ", found '"
                                + Exchange.shown(
                                        Screen.last(output).getBytes(StandardCharsets.UTF_8))
                                + "'",
                        "choose another --script, or correct its prompt");
    }
}
