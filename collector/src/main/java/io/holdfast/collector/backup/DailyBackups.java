package io.holdfast.collector.backup;

import io.holdfast.collector.operations.Backups;
import io.holdfast.collector.store.StateDirectory;
import io.holdfast.config.collector.BackupSettings;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backups of each day: makes them, removes those that are too many, and knows how it went. */
public final class DailyBackups {

    /** The last good one is worth a warning from this age on: one was left out. */
    static final Duration OLD = Duration.ofDays(2);

    private static final Logger log = LoggerFactory.getLogger(DailyBackups.class);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String NAME = "backup";
    private static final String PREFIX = "holdfast-";
    private static final String SUFFIX = ".backup";

    private final Backups backups;
    private volatile Optional<Known> known = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();

    public DailyBackups(Backups backups) {
        this.backups = backups;
    }

    /** The last good backup in a directory; none where it has none. */
    private record Known(Path directory, Optional<Good> last) {}

    private record Good(Path file, Instant at) {}

    /** Makes the backup of a day and removes those that are too many. */
    public void make(BackupSettings settings, Instant now) {
        Path directory = settings.directory();
        try {
            StateDirectory.createOwnerOnlyDirectory(directory);
            Path target = directory.resolve(PREFIX + STAMP.format(now) + SUFFIX);
            Backups.Done done = backups.backup(target);
            known = Optional.of(new Known(directory, Optional.of(new Good(target, now))));
            log.info("backup {} of {} bytes", done.file(), done.bytes());
            removeOldest(settings);
            failure = Optional.empty();
        } catch (IOException e) {
            String reason = FileTrouble.of(e, directory);
            failure = Optional.of(now.truncatedTo(ChronoUnit.SECONDS) + ": " + reason);
            log.error("no backup in {}: {}", directory, reason);
        }
    }

    /** How they do, as a check of the collector's health. */
    public CollectorHealth.Check check(Optional<BackupSettings> settings, Instant now) {
        return settings.map(its -> check(its, now))
                .orElseGet(
                        () ->
                                new CollectorHealth.Check(
                                        NAME,
                                        Status.OK,
                                        "not configured: no backup is made by itself",
                                        "add collector.backup to the configuration"));
    }

    private CollectorHealth.Check check(BackupSettings settings, Instant now) {
        Optional<Good> last = last(settings.directory());
        String lastGood =
                last.map(good -> "the last good one is " + good.file() + ", " + age(good, now))
                        .orElse("there is no good one in " + settings.directory() + " yet");
        if (failure.isPresent()) {
            return new CollectorHealth.Check(
                    NAME,
                    Status.WARNING,
                    "no backup in "
                            + settings.directory()
                            + " at "
                            + failure.get()
                            + "; "
                            + lastGood,
                    "see that the collector's user may write that directory and its disk has room");
        }
        boolean old = last.filter(good -> !good.at().plus(OLD).isAfter(now)).isPresent();
        return old
                ? new CollectorHealth.Check(
                        NAME,
                        Status.WARNING,
                        lastGood,
                        "wait for the next at "
                                + settings.at()
                                + " "
                                + settings.zone()
                                + ", or make one: holdfast collector backup")
                : new CollectorHealth.Check(NAME, Status.OK, lastGood, "");
    }

    private static String age(Good good, Instant now) {
        return Math.max(0, Duration.between(good.at(), now).toHours()) + " h old";
    }

    /** Looks into a directory once: one that does not answer must not keep each report waiting. */
    private Optional<Good> last(Path directory) {
        Optional<Known> before = known.filter(its -> its.directory().equals(directory));
        if (before.isPresent()) {
            return before.get().last();
        }
        Known found = new Known(directory, newest(directory));
        known = Optional.of(found);
        return found.last();
    }

    private static Optional<Good> newest(Path directory) {
        try {
            List<Path> all = all(directory);
            return all.isEmpty() ? Optional.empty() : good(all.getLast());
        } catch (IOException e) {
            log.debug("no backups in {}: {}", directory, FileTrouble.of(e, directory));
            return Optional.empty();
        }
    }

    private static Optional<Good> good(Path file) {
        String name = String.valueOf(file.getFileName());
        String stamp = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        try {
            return Optional.of(new Good(file, STAMP.parse(stamp, Instant::from)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void removeOldest(BackupSettings settings) throws IOException {
        List<Path> backups = all(settings.directory());
        for (Path old : backups.subList(0, Math.max(0, backups.size() - settings.keep()))) {
            Files.delete(old);
        }
    }

    /** Those of each day, the oldest first. */
    private static List<Path> all(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(DailyBackups::isDaily).sorted().toList();
        }
    }

    private static boolean isDaily(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX)
                && name.endsWith(SUFFIX)
                && name.length() >= PREFIX.length() + SUFFIX.length();
    }
}
