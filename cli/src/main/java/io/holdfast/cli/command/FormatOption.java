package io.holdfast.cli.command;

import io.holdfast.wire.api.json.JsonRecord;
import java.io.PrintStream;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option {@code --format}, which every command has. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "text|json",
            description = "The form of the answer (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    /** Whether the answer is for programs. */
    boolean json() {
        return format == Format.JSON;
    }

    /** Prints an answer in the form that was asked for. */
    <T extends Record> void print(
            PrintStream out, Class<T> type, T answer, Function<T, String> text) {
        out.print(json() ? JsonRecord.of(type).pretty(answer) + "\n" : text.apply(answer));
    }
}
