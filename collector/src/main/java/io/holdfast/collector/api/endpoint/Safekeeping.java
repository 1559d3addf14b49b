package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.operations.Backups;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.wire.api.BackupRequest;
import io.holdfast.wire.api.BackupResult;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Makes backups. */
final class Safekeeping {

    private static final JsonRecord<BackupRequest> REQUEST = JsonRecord.of(BackupRequest.class);
    private static final JsonRecord<BackupResult> RESULT = JsonRecord.of(BackupResult.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Backups backups;
    private final Supplier<Path> directory;
    private final InstantSource clock;

    Safekeeping(Backups backups, Supplier<Path> directory, InstantSource clock) {
        this.backups = backups;
        this.directory = directory;
        this.clock = clock;
    }

    Answer backup(Call call) throws IOException {
        call.expectQuery(Set.of());
        BackupRequest request = call.body(REQUEST);
        Instant now = clock.instant();
        Path target =
                request.file()
                        .map(file -> chosen(call, file))
                        .orElseGet(
                                () ->
                                        directory
                                                .get()
                                                .resolve("holdfast-" + STAMP.format(now) + ".db"));
        try {
            Backups.Done done = backups.backup(target);
            return Answer.ok(RESULT, new BackupResult(now, done.file().toString(), done.bytes()));
        } catch (FileAlreadyExistsException e) {
            throw Refusal.conflict(
                    "expected a new file for the backup, found that "
                            + target
                            + " is there already",
                    "choose another file, or move that one away");
        } catch (IOException e) {
            throw Refusal.unavailable(
                    "cannot write a backup to " + target + ": " + FileTrouble.of(e, target),
                    "choose a new file in a directory that the collector may write");
        }
    }

    /** A caller from elsewhere may not choose where this machine writes. */
    private static Path chosen(Call call, String file) {
        if (!call.caller().local()) {
            throw new Refusal(
                    403,
                    "forbidden",
                    "expected no file name from another machine, found '" + file + "'",
                    "leave it out: the collector chooses the file and tells it");
        }
        try {
            Path path = Path.of(file);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw Refusal.badRequest("expected a path, found '" + file + "'", "");
        }
        throw Refusal.badRequest("expected an absolute path, found '" + file + "'", "");
    }
}
