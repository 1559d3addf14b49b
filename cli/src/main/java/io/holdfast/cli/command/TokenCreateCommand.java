package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.Plain;
import io.holdfast.config.value.Durations;
import io.holdfast.wire.api.TokenReport;
import io.holdfast.wire.api.TokenRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a token and prints it, this once. */
@Command(
        name = "create",
        description = {
            "Make a token with which agents enroll, and print it this once.",
            "Whoever has it can enroll a host that fits: hand it over as you would a password."
        },
        footer = {
            "%nExample:",
            "  holdfast collector token create --host 'ber1/r12/*' --uses 40 --ttl 2h"
        })
final class TokenCreateCommand implements Callable<Integer> {

    /** The pattern that every host fits. */
    private static final String EVERY_HOST = "*/*/*";

    private final Context context;

    @Option(
            names = "--host",
            paramLabel = "PATTERN",
            description = "Which hosts it serves: site/rack/host with * (default: every host).")
    private Optional<String> hosts = Optional.empty();

    @Option(
            names = "--uses",
            paramLabel = "N",
            description = "How often it may be used (default: ${DEFAULT-VALUE}).")
    private int uses = 1;

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            description = "How long it may be used, such as 30m or 2h (default: ${DEFAULT-VALUE}).")
    private String ttl = "1h";

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    TokenCreateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (uses < 1) {
            throw new Failure(
                    "expected 1 or more for --uses, found " + uses,
                    "say for how many agents the token is");
        }
        Duration lifetime = lifetime();
        TokenRequest request =
                new TokenRequest(
                        hosts, OptionalInt.of(uses), OptionalLong.of(lifetime.toSeconds()));
        TokenReport token =
                collector
                        .client(context)
                        .post(Paths.TOKENS, TokenRequest.class, request, TokenReport.class);
        format.print(context.out(), TokenReport.class, token, t -> t.token() + "\n");
        if (!format.json()) {
            context.err()
                    .println(
                            "For %s, %s, until %s; named %s."
                                    .formatted(
                                            token.hosts().equals(EVERY_HOST)
                                                    ? "every host"
                                                    : token.hosts(),
                                            Plain.count(token.uses(), "use"),
                                            Plain.time(token.expires(), context.zone()),
                                            token.id()));
        }
        return 0;
    }

    private Duration lifetime() {
        Duration lifetime =
                Durations.parse(ttl)
                        .orElseThrow(
                                () ->
                                        wrongTtl(
                                                "a duration",
                                                "'" + ttl + "'",
                                                "write it as 30m, 2h or 1d"));
        if (lifetime.isZero()) {
            throw wrongTtl("more than 0s", "0s", "say how long it may be used, such as 1h");
        }
        if (lifetime.toMillisPart() > 0) {
            throw wrongTtl(
                    "whole seconds", Durations.format(lifetime), "write it as 30m, 2h or 1d");
        }
        return lifetime;
    }

    private static Failure wrongTtl(String expected, String found, String remedy) {
        return new Failure("expected " + expected + " for --ttl, found " + found, remedy);
    }
}
