package io.holdfast.collector.calendar;

import io.holdfast.config.collector.BackupSettings;
import java.util.Optional;
import java.util.function.Consumer;

/** The daily backup's place in the calendar, which follows the settings. */
public final class BackupDay {

    static final String NAME = "backup";

    private final Calendar calendar;
    private final Consumer<BackupSettings> work;
    private Optional<BackupSettings> planned = Optional.empty();

    /**
     * A day without a backup.
     *
     * @param work makes the backup
     */
    public BackupDay(Calendar calendar, Consumer<BackupSettings> work) {
        this.calendar = calendar;
        this.work = work;
    }

    /** Plans, moves or drops the backup as these settings have it. */
    public synchronized void follow(Optional<BackupSettings> next) {
        if (next.equals(planned)) {
            return;
        }
        next.ifPresentOrElse(
                b -> calendar.daily(NAME, b.at(), b.zone(), () -> work.accept(b)),
                () -> calendar.remove(NAME));
        planned = next;
    }
}
