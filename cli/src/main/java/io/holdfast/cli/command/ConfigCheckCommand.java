package io.holdfast.cli.command;

import io.holdfast.cli.local.HostName;
import io.holdfast.config.ConfigCheck;
import io.holdfast.config.FileKind;
import io.holdfast.config.collector.CollectorConfig;
import io.holdfast.config.collector.CollectorSettings;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problem;
import io.holdfast.mibs.line.LineFormats;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a settings file and starts nothing. */
@Command(
        name = "check",
        description = "Check a file of settings, secrets included; exits 3 where it would not do.",
        footer = {"%nExample:", "  holdfast config check /etc/holdfast/agent.yaml"})
final class ConfigCheckCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The file of an agent or a collector.")
    private Path file = Path.of("");

    @Mixin private FormatOption format = new FormatOption();

    ConfigCheckCommand(Context context) {
        this.context = context;
    }

    /**
     * What came out.
     *
     * @param file the file
     * @param kind whose it is: {@code agent}, {@code collector} or empty
     * @param problems all that is wrong with it, each as {@code file:line:column: message}
     */
    public record Checked(String file, String kind, List<String> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    @Override
    public Integer call() {
        SecretReader secrets = new SecretReader(context.environment());
        ConfigCheck.Outcome outcome = new ConfigCheck(HostName.ofMachine(), secrets).check(file);
        Checked checked =
                new Checked(
                        file.toString(),
                        outcome.kind().map(kind -> kind.key()).orElse(""),
                        Stream.concat(outcome.problems().stream(), ofLines(outcome))
                                .map(Problem::toString)
                                .toList());
        format.print(context.out(), Checked.class, checked, ConfigCheckCommand::text);
        return checked.problems().isEmpty() ? 0 : ExitCodes.OWN_ERROR;
    }

    /** What describes devices on serial lines stands in files of their own. */
    private Stream<Problem> ofLines(ConfigCheck.Outcome outcome) {
        boolean right = outcome.problems().isEmpty();
        if (!right || !outcome.kind().equals(Optional.of(FileKind.COLLECTOR))) {
            return Stream.of();
        }
        return switch (CollectorConfig.load(file)) {
            case Loaded.Good<CollectorSettings>(CollectorSettings settings) ->
                    settings.racks().devices().values().stream()
                            .flatMap(device -> LineFormats.problems(device.access()).stream())
                            .distinct();
            case Loaded.Bad<CollectorSettings> bad -> bad.problems().stream();
        };
    }

    private static String text(Checked checked) {
        return checked.problems().isEmpty()
                ? checked.file() + ": ok (" + checked.kind() + ")" + "\n"
                : String.join("\n", checked.problems()) + "\n";
    }
}
