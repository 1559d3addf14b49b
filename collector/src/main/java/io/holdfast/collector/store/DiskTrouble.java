package io.holdfast.collector.store;

import io.holdfast.collector.view.StoreHealth;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Which failures of SQLite are the disk's, so that trying again later can help. */
final class DiskTrouble {

    private static final int PRIMARY_CODE = 0xff;

    private DiskTrouble() {}

    /** What to tell the operator; empty where the failure is not the disk's. */
    static Optional<StoreHealth.Trouble> of(SQLException failure, Path file) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return Optional.empty();
        }
        int primary = sqlite.getResultCode().code & PRIMARY_CODE;
        return remedy(primary, file)
                .map(
                        remedy ->
                                new StoreHealth.Trouble(
                                        file + ": " + sqlite.getResultCode().message, remedy));
    }

    private static Optional<String> remedy(int primary, Path file) {
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return Optional.of(
                    "free some room on the disk of "
                            + file
                            + "; to need less of it from then on, lower"
                            + " collector.retention.limit");
        }
        if (primary == SQLiteErrorCode.SQLITE_IOERR.code) {
            return Optional.of("look at the disk and at the kernel's log: dmesg");
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code
                || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return Optional.of("let the collector's user write " + file + " and its directory");
        }
        boolean held =
                primary == SQLiteErrorCode.SQLITE_BUSY.code
                        || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
        return held ? Optional.of("end the other program that holds " + file) : Optional.empty();
    }
}
