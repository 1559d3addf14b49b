package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.Plain;
import io.holdfast.wire.api.BackupRequest;
import io.holdfast.wire.api.BackupResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a running collector write a backup of all that it must not lose. */
@Command(
        name = "backup",
        description = {
            "Write a backup of the running collector's history and authority.",
            "It holds the authority's key: keep it as you would keep that."
        },
        footer = {
            "%nExample:",
            "  holdfast collector backup /var/backups/holdfast/before-upgrade.db"
        })
final class BackupCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Where to, on the collector's machine (default: its own choice).")
    private Optional<Path> file = Optional.empty();

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    BackupCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        BackupRequest request = new BackupRequest(file.map(f -> f.toAbsolutePath().toString()));
        BackupResult result =
                collector
                        .client(context)
                        .post(Paths.BACKUP, BackupRequest.class, request, BackupResult.class);
        format.print(
                context.out(),
                BackupResult.class,
                result,
                r -> "%s, %s.%n".formatted(r.file(), Plain.count(r.bytes(), "byte")));
        return 0;
    }
}
