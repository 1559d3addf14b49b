package io.holdfast.cli.command;

import io.holdfast.config.yaml.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line: what was expected, what was found, and what was most likely
 * meant.
 *
 * @param told the first two
 * @param meant the last, where there is something near
 */
record Mistyped(String told, Optional<String> meant) {

    private static final String EXPECTED = "expected ";

    /** What picocli found, in our words. */
    static Mistyped of(ParameterException e, List<String> typed) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                    partMeant(command, typed)
                            .orElseGet(() -> unknown(command, unmatched.getUnmatched().getFirst()));
            case MissingParameterException missing -> missing(command, missing, typed);
            case OverwrittenOptionException twice ->
                    of(EXPECTED + name(twice.getOverwritten()) + " once, found it again");
            case MutuallyExclusiveArgsException _ -> of(exclusive(command, typed));
            default -> value(e);
        };
    }

    /**
     * That a word was taken for an argument, where it is most likely a slip in one of the command's
     * parts.
     *
     * @throws ParameterException if it is
     */
    static void refusePart(CommandSpec command, Optional<String> word) {
        if (word.flatMap(w -> Suggestion.nearest(w, parts(command))).isPresent()) {
            throw new UnmatchedArgumentException(command.commandLine(), List.of(word.get()));
        }
    }

    /** A word of a command that takes both arguments and parts, where it is a slip in a part. */
    private static Optional<Mistyped> partMeant(CommandSpec command, List<String> typed) {
        if (command.positionalParameters().isEmpty()) {
            return Optional.empty();
        }
        int after = typed.indexOf(command.name()) + 1;
        return typed.subList(after, typed.size()).stream()
                .filter(word -> !word.startsWith("-"))
                .filter(word -> Suggestion.nearest(word, parts(command)).isPresent())
                .findFirst()
                .map(word -> unknown(command, word));
    }

    /** What may follow a command: its argument, where it has one, and its parts. */
    private static List<String> choices(CommandSpec command) {
        return Stream.concat(
                        command.positionalParameters().stream().map(ArgSpec::paramLabel),
                        parts(command).stream())
                .toList();
    }

    private static List<String> parts(CommandSpec command) {
        return List.copyOf(command.subcommands().keySet());
    }

    private static Mistyped of(String told) {
        return new Mistyped(told, Optional.empty());
    }

    private static Mistyped unknown(CommandSpec command, String word) {
        String whole = command.qualifiedName();
        if (word.startsWith("-") && word.length() > 1) {
            String option = beforeEquals(word);
            return new Mistyped(
                    EXPECTED + "an option of " + whole + ", found " + option,
                    Suggestion.nearest(option, longNames(command)));
        }
        List<String> parts = parts(command);
        if (parts.isEmpty()) {
            return of(EXPECTED + "no further word after " + whole + ", found '" + word + "'");
        }
        String known =
                command.parent() == null ? "a command" : "one of " + listed(choices(command));
        return new Mistyped(
                EXPECTED + known + " after " + whole + ", found '" + word + "'",
                Suggestion.nearest(word, parts));
    }

    /** A word that is not known may be why another is missing: it is told first. */
    private static Mistyped missing(
            CommandSpec command, MissingParameterException e, List<String> typed) {
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            Optional<OptionSpec> option = option(command, beforeEquals(word));
            if (word.startsWith("--") && word.length() > 2 && option.isEmpty()) {
                return unknown(command, word);
            }
            if (option.isPresent() && e.getMissing().contains(option.get())) {
                String found = i + 1 < typed.size() ? typed.get(i + 1) : "nothing";
                return of(
                        EXPECTED
                                + option.get().paramLabel()
                                + " after "
                                + word
                                + ", found "
                                + found);
            }
        }
        List<String> missing = e.getMissing().stream().map(Mistyped::withValue).toList();
        return missing.isEmpty()
                ? of(String.valueOf(e.getMessage()))
                : of(EXPECTED + String.join(" and ", missing) + ", found none");
    }

    private static String exclusive(CommandSpec command, List<String> typed) {
        List<String> found =
                typed.stream()
                        .map(Mistyped::beforeEquals)
                        .filter(
                                word ->
                                        option(command, word)
                                                .filter(option -> option.group() != null)
                                                .isPresent())
                        .toList();
        return EXPECTED + "only one of " + listed(found);
    }

    private static Mistyped value(ParameterException e) {
        @Nullable ArgSpec argument = e.getArgSpec();
        if (argument == null) {
            return of(String.valueOf(e.getMessage()));
        }
        @Nullable Throwable cause = e.getCause();
        boolean ofUs = !argument.auxiliaryTypes()[0].isEnum();
        if (ofUs
                && cause instanceof TypeConversionException wrong
                && String.valueOf(wrong.getMessage()).startsWith(EXPECTED)) {
            return of(name(argument) + ": " + wrong.getMessage());
        }
        String found = e.getValue() == null ? "" : ", found '" + e.getValue() + "'";
        return of(EXPECTED + kind(argument) + " for " + name(argument) + found);
    }

    private static String kind(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return listed(
                    Stream.of(Objects.requireNonNull(type.getEnumConstants()))
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .toList());
        }
        if (type == boolean.class || type == Boolean.class) {
            return "no value";
        }
        boolean whole = type == int.class || type == Integer.class || type == long.class;
        return whole ? "a whole number" : argument.paramLabel();
    }

    private static Optional<OptionSpec> option(CommandSpec command, String name) {
        return Optional.ofNullable(command.findOption(name))
                .filter(option -> Arrays.asList(option.names()).contains(name));
    }

    private static List<String> longNames(CommandSpec command) {
        return command.options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
    }

    private static String beforeEquals(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String withValue(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static String listed(List<String> words) {
        List<String> most = new ArrayList<>(words);
        if (most.size() < 2) {
            return String.join("", most);
        }
        String last = most.removeLast();
        return most.stream().collect(Collectors.joining(", ", "", " or " + last));
    }
}
