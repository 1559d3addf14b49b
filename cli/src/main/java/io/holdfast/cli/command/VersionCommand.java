package io.holdfast.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints which version this is, and what it runs on. */
@Command(
        name = "version",
        description = "Print the version of Holdfast and of what it runs on.",
        footer = {"%nExample:", "  holdfast version --format json"})
final class VersionCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private FormatOption format = new FormatOption();

    VersionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        format.print(context.out(), Versions.class, Versions.ofThisProcess(), v -> v.text() + "\n");
        return 0;
    }
}
