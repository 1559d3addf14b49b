package io.holdfast.config.agent;

import io.holdfast.config.rack.TrustConfig;
import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Durations;
import io.holdfast.config.value.Flags;
import io.holdfast.config.value.Texts;
import io.holdfast.config.value.Values;
import io.holdfast.config.yaml.Section;
import io.holdfast.core.check.Check;
import io.holdfast.core.check.StatusRange;
import io.holdfast.core.check.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The reader of one check of an agent's file. */
final class CheckConfig {

    private static final List<String> TRIALS = List.of("tcp", "http", "ping", "exec");
    private static final List<String> OF_HTTP =
            Stream.concat(Stream.of("status", "body"), TrustConfig.KEYS.stream()).toList();

    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,64}|\\*");
    private static final Durations EVERY = Durations.within("1s", "1d");
    private static final Durations DEADLINE = Durations.within("200ms", "10m");
    private static final Counts FAILURES = Counts.between(1, 100);
    private static final int USUAL_FAILURES = 3;
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Texts<StatusRange> STATUS =
            new Texts<>("statuses such as \"204\" or \"200-399\"", StatusRange::parse);
    private static final Texts<String> EXPRESSION =
            new Texts<>("a regular expression", CheckConfig::expression);
    private static final Texts<String> WORD =
            new Texts<>("a word without control characters", CheckConfig::word);

    private final Section checks;
    private final String name;
    private final Section check;

    private CheckConfig(Section checks, String name, Section check) {
        this.checks = checks;
        this.name = name;
        this.check = check;
    }

    /** All checks by their names; what is wrong with one is noted, and it is left out. */
    static SortedMap<String, Check> read(Section checks) {
        return checks.sections((name, check) -> new CheckConfig(checks, name, check).read());
    }

    private Optional<Check> read() {
        Optional<Trial> trial = trial();
        boolean external = check.value("external", new Flags(), false);
        Duration every = check.value("every", EVERY, USUAL);
        Duration deadline =
                check.value("deadline", DEADLINE, every.compareTo(PATIENCE) < 0 ? every : PATIENCE);
        if (deadline.compareTo(every) > 0) {
            check.problem(
                    "deadline",
                    "expected at most the interval (every: %s), found '%s'"
                            .formatted(Durations.format(every), Durations.format(deadline)));
        }
        int failures = check.value("failures", FAILURES, USUAL_FAILURES);
        if (!NAME.matcher(name).matches()) {
            checks.problem(
                    name,
                    "expected a name of 1 to 64 letters, digits, '.', '_' and '-', found '"
                            + name
                            + "'");
        }
        return trial.map(t -> new Check(name, external, t, every, deadline, failures));
    }

    private Optional<Trial> trial() {
        List<String> given = TRIALS.stream().filter(check::has).toList();
        if (given.size() != 1) {
            checks.problem(
                    name,
                    "expected one of "
                            + String.join(", ", TRIALS)
                            + ", found "
                            + (given.isEmpty() ? "none" : String.join(" and ", given)));
        }
        List<Optional<? extends Trial>> read = List.of(tcp(), http(), ping(), exec());
        List<Trial> trials = new ArrayList<>();
        read.forEach(trial -> trial.ifPresent(trials::add));
        return trials.stream().findFirst();
    }

    private Optional<Trial.Tcp> tcp() {
        return check.value("tcp", Values.PEER).map(at -> new Trial.Tcp(at.host(), at.port()));
    }

    private Optional<Trial.Http> http() {
        var url = check.value("http", Values.WEB_ADDRESS);
        var status = check.value("status", STATUS, StatusRange.SUCCESS);
        var body = check.value("body", EXPRESSION);
        var trust = TrustConfig.read(check);
        OF_HTTP.stream()
                .filter(key -> check.has(key) && !check.has("http"))
                .forEach(key -> check.problem(key, "expected http beside it, found none"));
        return url.map(at -> new Trial.Http(at.toString(), status, body, trust));
    }

    private Optional<Trial.Ping> ping() {
        return check.value("ping", Values.NETWORK_NAME).map(Trial.Ping::new);
    }

    private Optional<Trial.Exec> exec() {
        List<String> words = check.has("exec") ? check.list("exec", WORD) : List.of();
        if (check.has("exec") && (words.isEmpty() || !words.getFirst().startsWith("/"))) {
            check.problem(
                    "exec",
                    "expected the absolute path of a program and its arguments, found "
                            + (words.isEmpty() ? "none" : "'" + words.getFirst() + "'"));
            return Optional.empty();
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new Trial.Exec(words));
    }

    private static Optional<String> expression(String text) {
        try {
            return Optional.of(Pattern.compile(text).pattern());
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> word(String text) {
        boolean good = text.chars().noneMatch(Character::isISOControl);
        return good ? Optional.of(text) : Optional.empty();
    }
}
