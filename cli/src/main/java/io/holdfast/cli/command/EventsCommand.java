package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.EventFeed;
import io.holdfast.cli.report.EventText;
import io.holdfast.cli.report.Plain;
import io.holdfast.wire.api.EventReport;
import io.holdfast.wire.api.json.JsonRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what happened, and goes on with what happens. */
@Command(
        name = "events",
        description = "Print what happened: one line each, or one JSON object each.",
        footer = {
            "%nExample:",
            "  holdfast events --since 2h --host ber1/r12/db07 --follow",
            "  holdfast events --since 30d --limit 20"
        })
final class EventsCommand implements Callable<Integer> {

    /** How long to wait for a collector that does not answer. */
    private static final Duration AWAY = Duration.ofSeconds(2);

    private final Context context;

    @Option(
            names = "--since",
            paramLabel = "AGO|TIME",
            converter = MomentConverter.class,
            description =
                    "How far back: 30m, 2h, 7d, or a time such as 2026-03-01T12:00:00Z"
                            + " (default: 1d).")
    private Moment since = new Moment.Ago(Duration.ofDays(1));

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Of one host, as site/rack/host or by its name.")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "The latest N of them (default: ${DEFAULT-VALUE}, which is the most).")
    private int limit = EventFeed.MOST_PAST;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as things happen, until interrupted.")
    private boolean follow;

    private long printed;
    private String trouble = "";

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    EventsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1 || limit > EventFeed.MOST_PAST) {
            throw new Failure(
                    "expected 1 to " + EventFeed.MOST_PAST + " for --limit, found " + limit,
                    "holdfast events --limit 20");
        }
        Instant from = since.before(context.clock().instant());
        CollectorClient client = collector.client(context);
        Optional<String> whole = host.map(h -> HostArgument.resolve(client, h).toString());
        EventFeed feed = new EventFeed(client, whole);
        boolean all = feed.past(from, limit, this::print);
        if (printed == 0 && !follow) {
            context.err()
                    .println(
                            "Nothing happened since "
                                    + Plain.time(from, context.zone())
                                    + whole.map(h -> " on " + h).orElse("")
                                    + ".");
        }
        if (!all && limit == EventFeed.MOST_PAST) {
            context.err()
                    .println(
                            "Only the latest "
                                    + limit
                                    + " are shown; to see others, name a shorter time with"
                                    + " --since, or one host with --host.");
        }
        while (follow) {
            context.pause().forAtMost(trouble.isEmpty() ? EventFeed.INTERVAL : AWAY);
            news(feed);
        }
        return 0;
    }

    /** A collector that starts again is waited for; what happened meanwhile is printed then. */
    private void news(EventFeed feed) {
        try {
            feed.news(this::print);
            if (!trouble.isEmpty()) {
                context.err().println("holdfast: the collector answers again");
                trouble = "";
            }
        } catch (Failure e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(trouble)) {
                context.err().println("holdfast: " + why + "; going on when it answers");
                trouble = why;
            }
        }
    }

    private void print(EventReport event) {
        printed++;
        if (format.json()) {
            context.out().println(JsonRecord.of(EventReport.class).text(event));
        } else {
            context.out().print(new EventText(context.terminal(), context.zone(), true).of(event));
        }
        context.out().flush();
    }
}
