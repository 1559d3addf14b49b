package io.holdfast.collector.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.collector.BackupSettings;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The plan of backups over settings that come, move and go. */
class BackupDayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void followsTheSettings() {
        try (Calendar calendar = Calendar.start(Thread.ofVirtual().factory())) {
            BackupDay day = new BackupDay(calendar, _ -> {});
            day.follow(Optional.empty());
            assertThat(planned(calendar)).isEmpty();

            day.follow(Optional.of(at(LocalTime.of(2, 30))));
            assertThat(planned(calendar)).contains(LocalTime.of(2, 30));

            day.follow(Optional.of(at(LocalTime.of(4, 15))));
            assertThat(planned(calendar)).contains(LocalTime.of(4, 15));

            day.follow(Optional.empty());
            assertThat(planned(calendar)).isEmpty();
        }
    }

    private static BackupSettings at(LocalTime time) {
        return new BackupSettings(Path.of("/var/backups"), time, BERLIN, 7);
    }

    private static Optional<LocalTime> planned(Calendar calendar) {
        return calendar.next(BackupDay.NAME).map(next -> next.atZone(BERLIN).toLocalTime());
    }
}
