package io.holdfast.cli.up;

import io.holdfast.cli.Failure;
import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.EventFeed;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.command.Context;
import io.holdfast.cli.http.UnixConnector;
import io.holdfast.wire.api.EventReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.TokenReport;
import io.holdfast.wire.api.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A collector and an agent of this machine, running.
 *
 * <p>Both start at once: the agent looks at the hardware while the collector opens its store. They
 * end when this process does, however it ends, because each ends with its standard input.
 */
public final class Up implements AutoCloseable {

    /** How long a collector may take to open its store. */
    static final Duration READY = Duration.ofMinutes(2);

    /** Within this, a child's end is taken for part of ours. */
    private static final Duration STOP_FOLLOWS = Duration.ofMillis(500);

    /** How long a token may be used that never leaves this machine. */
    private static final long TOKEN_SECONDS = 300;

    /** More signals than there are children and reasons to stop. */
    private static final int MOST_SIGNALS = 16;

    /** Within this, we hear of the end of a collector that broke off an answer. */
    private static final Duration END_FOLLOWS = Duration.ofSeconds(2);

    /** What the JVM adds to the number of the signal that ended a process. */
    private static final int BY_SIGNAL = 128;

    private final Context context;
    private final StateFolder state;
    private final CollectorClient client;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>(MOST_SIGNALS);
    private final Ending ending = new Ending();
    private final StateFolder.Lock lock;
    private final AgentIdentity identity;
    private final Map<Program, Restarts> restarts =
            Map.of(Program.AGENT, new Restarts(), Program.COLLECTOR, new Restarts());
    private final Map<Program, Long> due = new HashMap<>();
    private final Context.Installation at;
    private boolean enrolled;
    private boolean following;
    private boolean collectorServes;
    private boolean closed;
    private Map<String, String> collectorSays = Map.of();

    private Up(Context context, Context.Installation at, StateFolder state, StateFolder.Lock lock) {
        this.context = context;
        this.at = at;
        this.state = state;
        this.lock = lock;
        identity = new AgentIdentity(state, context.random().get());
        client =
                new CollectorClient(
                        List.of(new UnixConnector(state.socket())), CollectorClient.PATIENCE);
    }

    /** Starts both processes and waits until the collector listens and the agent may enroll. */
    public static Up start(Context context, Context.Installation at, StateFolder state)
            throws InterruptedException {
        state.create();
        Up up = new Up(context, at, state, state.lock());
        try {
            up.startBoth();
            return up;
        } catch (Failure | InterruptedException e) {
            up.close();
            throw e;
        }
    }

    /** Ends both processes and waits for them. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        ending.endAll();
        lock.close();
    }

    /** Makes {@link #follow} return. */
    public void stop() {
        signals.offer(new Signal.StopAsked());
    }

    /** Where the collector listens, as it says. */
    public Map<String, String> addresses() {
        return collectorSays;
    }

    /**
     * The report of this machine, once the agent has looked at all of it or {@code patience} is
     * over.
     *
     * @throws Failure if the agent is revoked
     */
    public Report firstReport(Duration patience) throws InterruptedException {
        Settling settling = new Settling(context.ticker(), patience);
        Report report = report();
        while (!settling.settled(report)) {
            requireAdmitted(report);
            await(Settling.INTERVAL);
            report = report();
        }
        if (Settling.heard(report)) {
            // Used up; one that was not used yet is still wanted.
            StateFolder.delete(state.token());
        }
        return report;
    }

    private void requireAdmitted(Report report) {
        // Before it is enrolled anew, it may be revoked still.
        if (enrolled) {
            identity.revoked(report)
                    .ifPresent(
                            why -> {
                                throw why;
                            });
        }
    }

    /** Why a report has nothing of this machine; empty where it has. */
    public Optional<Failure> unheard(Report report) {
        return Settling.heard(report)
                ? Optional.empty()
                : Optional.of(
                        new Failure(
                                "the agent of this machine is not heard" + lastWords(Program.AGENT),
                                "look at " + state.log(Program.AGENT.name())));
    }

    /**
     * Hands over everything that happens until {@link #stop}. A service that ends by itself
     * meanwhile is started again, unless it keeps ending.
     */
    public void follow(Consumer<EventReport> to) throws InterruptedException {
        EventFeed feed = new EventFeed(client, Optional.empty());
        feed.skipToEnd();
        following = true;
        boolean on = await(EventFeed.INTERVAL);
        while (on) {
            startWhatIsDue();
            on = tell(feed, to) && await(EventFeed.INTERVAL);
        }
    }

    private boolean tell(EventFeed feed, Consumer<EventReport> to) throws InterruptedException {
        if (!collectorServes) {
            return true;
        }
        try {
            feed.news(
                    event -> {
                        to.accept(event);
                        identity.revoked(event).ifPresent(why -> why.tell(context.err()));
                    });
            return true;
        } catch (Failure e) {
            boolean on = await(END_FOLLOWS);
            if (on && collectorServes) {
                throw e;
            }
            return on;
        }
    }

    private Report report() {
        return client.get(Paths.REPORT, Report.class);
    }

    private void startBoth() throws InterruptedException {
        // One that was made before, if any, is used up or for another authority.
        StateFolder.delete(state.token());
        enrolled =
                !identity.needsToken(
                        new CollectorMemory(state).authority(), context.clock().instant());
        Ports ports = Ports.free();
        StateFolder.writePrivately(state.collectorSettings(), SettingsText.collector(state, ports));
        StateFolder.writePrivately(state.agentSettings(), SettingsText.agent(state, ports));
        start(Program.COLLECTOR, LogTail.anew(state.log(Program.COLLECTOR.name())));
        start(Program.AGENT, LogTail.anew(state.log(Program.AGENT.name())));
        awaitCollector();
        if (!enrolled) {
            TokenRequest request =
                    new TokenRequest(
                            Optional.empty(), OptionalInt.of(1), OptionalLong.of(TOKEN_SECONDS));
            TokenReport token =
                    client.post(Paths.TOKENS, TokenRequest.class, request, TokenReport.class);
            StateFolder.writePrivately(state.token(), token.token() + "\n");
        }
    }

    private void startWhatIsDue() {
        long now = context.ticker().nanos();
        for (Program program : List.copyOf(due.keySet())) {
            if (now - due.getOrDefault(program, now) >= 0) {
                due.remove(program);
                start(program, LogTail.further(state.log(program.name())));
            }
        }
    }

    private void start(Program program, LogTail log) {
        String settings = settings(program).toString();
        String errors = "-XX:ErrorFile=" + state.root().resolve(program.name() + "-crash.log");
        Process process =
                program.start(at, List.of(errors), List.of("--config", settings, "--parent-pipe"));
        ending.put(Child.of(program.name(), process, log, signals::offer));
    }

    private Path settings(Program program) {
        return program.equals(Program.COLLECTOR)
                ? state.collectorSettings()
                : state.agentSettings();
    }

    private void awaitCollector() throws InterruptedException {
        long began = context.ticker().nanos();
        while (collectorSays.isEmpty()) {
            if (context.ticker().nanos() - began > READY.toNanos()) {
                throw new Failure(
                        "expected the collector to be ready within "
                                + READY.toSeconds()
                                + " s, it is not",
                        "look at " + state.log(Program.COLLECTOR.name()));
            }
            if (!await(Duration.ofSeconds(1))) {
                throw new Failure("stopped before the collector was ready", "");
            }
        }
    }

    /** Waits for a signal, at most so long; false if we are to stop. */
    private boolean await(Duration atMost) throws InterruptedException {
        Signal signal = signals.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return signal == null || heeded(signal);
    }

    /** Does what a signal asks for; false if we are to stop. */
    private boolean heeded(Signal signal) throws InterruptedException {
        return switch (signal) {
            case Signal.Ready(String program, Map<String, String> fields) -> {
                if (program.equals(Program.COLLECTOR.name())) {
                    collectorServes = true;
                    collectorSays = fields.isEmpty() ? Map.of("ready", "") : fields;
                }
                yield true;
            }
            case Signal.Ended(String program, int exitCode) -> {
                // Ctrl-C reaches everyone at once, and a child may be quicker than our own handler.
                Signal next = signals.poll(STOP_FOLLOWS.toMillis(), TimeUnit.MILLISECONDS);
                if (next instanceof Signal.StopAsked) {
                    yield false;
                }
                ended(
                        program.equals(Program.COLLECTOR.name())
                                ? Program.COLLECTOR
                                : Program.AGENT,
                        exitCode);
                yield next == null || heeded(next);
            }
            case Signal.StopAsked() -> false;
        };
    }

    /** A service that ended while it was watched is started again; one that never ran is not. */
    private void ended(Program program, int exitCode) {
        if (program.equals(Program.COLLECTOR)) {
            collectorServes = false;
        }
        String what = "the " + program.name() + how(exitCode);
        String log = state.log(program.name()).toString();
        if (!following) {
            throw new Failure(what + lastWords(program), "look at " + log + ", and start again");
        }
        long now = context.ticker().nanos();
        Restarts counted = Objects.requireNonNull(restarts.get(program));
        Duration wait =
                counted.ended(now)
                        .orElseThrow(
                                () ->
                                        new Failure(
                                                what
                                                        + ", after "
                                                        + counted.count()
                                                        + " starts within "
                                                        + Restarts.WITHIN.toMinutes()
                                                        + " min"
                                                        + lastWords(program),
                                                "look at " + log + ", mend it, and start again"));
        due.put(program, now + wait.toNanos());
        context.err()
                .println(
                        "holdfast: "
                                + what
                                + lastWords(program)
                                + "\n  it is started again in "
                                + wait.toSeconds()
                                + " s, "
                                + counted.count()
                                + " of "
                                + Restarts.WAITS.size()
                                + " times within "
                                + Restarts.WITHIN.toMinutes()
                                + " min; its log is "
                                + log);
    }

    private static String how(int exitCode) {
        return exitCode > BY_SIGNAL
                ? " was ended by signal " + (exitCode - BY_SIGNAL)
                : " ended by itself with code " + exitCode;
    }

    private String lastWords(Program program) {
        List<String> words = ending.lastWords(program.name());
        return words.isEmpty() ? "" : "; its last words:\n    " + String.join("\n    ", words);
    }
}
