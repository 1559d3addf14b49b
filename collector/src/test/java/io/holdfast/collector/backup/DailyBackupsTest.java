package io.holdfast.collector.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.operations.Backups;
import io.holdfast.config.collector.BackupSettings;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that are empty files, or fail. */
final class DailyBackupsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T02:30:00Z");

    @TempDir Path directory;

    private BackupSettings settings;
    private Optional<String> trouble = Optional.empty();
    private final DailyBackups daily = new DailyBackups(this::backup);

    @BeforeEach
    void configure() {
        settings = new BackupSettings(directory, LocalTime.of(2, 30), ZoneOffset.UTC, 2);
    }

    @Test
    void noneIsConfigured() {
        CollectorHealth.Check check = daily.check(Optional.empty(), NOW);

        assertThat(check.status()).isEqualTo(Status.OK);
        assertThat(check.detail()).startsWith("not configured");
    }

    @Test
    void noneWasDueYet() {
        assertThat(check(NOW).status()).isEqualTo(Status.OK);
        assertThat(check(NOW).detail()).isEqualTo("there is no good one in " + directory + " yet");
    }

    @Test
    void theLastGoodOneIsTold() {
        daily.make(settings, NOW);

        CollectorHealth.Check check = check(NOW.plus(Duration.ofHours(5)));
        assertThat(check.status()).isEqualTo(Status.OK);
        assertThat(check.detail())
                .isEqualTo(
                        "the last good one is "
                                + directory.resolve("holdfast-20260301T023000Z.backup")
                                + ", 5 h old");
    }

    @Test
    void aFailureIsToldUntilOneIsGood() {
        daily.make(settings, NOW);
        trouble = Optional.of("No space left on device");
        Instant next = NOW.plus(Duration.ofDays(1));
        daily.make(settings, next);

        CollectorHealth.Check check = check(next);
        assertThat(check.status()).isEqualTo(Status.WARNING);
        assertThat(check.detail())
                .startsWith("no backup in " + directory + " at 2026-03-02T02:30:00Z: ")
                .contains("No space left on device")
                .endsWith("holdfast-20260301T023000Z.backup, 24 h old");
        assertThat(check.remedy()).isNotEmpty();

        trouble = Optional.empty();
        daily.make(settings, next.plusSeconds(60));
        assertThat(check(next).status()).isEqualTo(Status.OK);
    }

    @Test
    void oneOfBeforeTheStartIsKnownAndAnOldOneIsWorthAWarning() throws IOException {
        Files.createFile(directory.resolve("holdfast-20260225T023000Z.backup"));
        Files.createFile(directory.resolve("holdfast-20260226T023000Z.backup"));

        CollectorHealth.Check check = check(NOW);
        assertThat(check.status()).isEqualTo(Status.WARNING);
        assertThat(check.detail()).endsWith("holdfast-20260226T023000Z.backup, 72 h old");
    }

    @Test
    void thoseThatAreTooManyGo() throws IOException {
        for (int day = 0; day < 4; day++) {
            daily.make(settings, NOW.plus(Duration.ofDays(day)));
        }

        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "holdfast-20260303T023000Z.backup", "holdfast-20260304T023000Z.backup");
        }
    }

    private CollectorHealth.Check check(Instant now) {
        return daily.check(Optional.of(settings), now);
    }

    private Backups.Done backup(Path target) throws IOException {
        if (trouble.isPresent()) {
            throw new IOException(trouble.get());
        }
        return new Backups.Done(Files.createFile(target), 0);
    }
}
