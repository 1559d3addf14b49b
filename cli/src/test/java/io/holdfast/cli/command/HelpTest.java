package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

    static Stream<CommandLine> everyCommand() {
        return withParts(root());
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void helpShowsAnExampleOfThisVeryCommand(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        String help = command.getUsageMessage();

        assertThat(help).contains("Example");
        String examples = help.substring(help.indexOf("Example"));
        assertThat(examples).contains(name.equals("holdfast completion") ? name + " bash" : name);
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyOptionSaysWhatItDoes(CommandLine command) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            assertThat(option.description()).as(option.longestName()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void whatAnswersHasAFormat(CommandLine command) {
        boolean answers =
                !(command.getCommand() instanceof Group)
                        && !(command.getCommand() instanceof CompletionCommand)
                        && !(command.getCommand() instanceof AgentCommand)
                        && !(command.getCommand() instanceof CollectorCommand)
                        && !(command.getCommand() instanceof RestoreCommand);

        assertThat(command.getCommandSpec().findOption("--format") != null).isEqualTo(answers);
    }

    @Test
    void examplesOfTheTreeAreUnderstood() {
        // An example that picocli refuses is worse than none.
        assertThat(withParts(root()).flatMap(HelpTest::examples))
                .hasSizeGreaterThan(15)
                .allSatisfy(HelpTest::parses);
    }

    private static Stream<String> examples(CommandLine command) {
        String help = command.getUsageMessage();
        return help.substring(help.indexOf("Example")).lines().skip(1).map(String::strip);
    }

    private static void parses(String example) {
        if (!example.startsWith("holdfast ")) {
            return;
        }
        String[] words = example.replace("'", "").split(" ");
        String[] arguments = Stream.of(words).skip(1).toArray(String[]::new);
        assertThat(root().parseArgs(arguments).errors()).isEmpty();
    }

    private static CommandLine root() {
        return HoldfastCommand.line(
                CliRun.context(Map.of(), new ByteArrayOutputStream(), new ByteArrayOutputStream()));
    }

    private static Stream<CommandLine> withParts(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(HelpTest::withParts));
    }
}
