package io.holdfast.collector.store;

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
    static Optional<String> of(SQLException failure, Path file) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return Optional.empty();
        }
        int primary = sqlite.getResultCode().code & PRIMARY_CODE;
        return advice(primary)
                .map(advice -> file + ": " + sqlite.getResultCode().message + "; " + advice);
    }

    private static Optional<String> advice(int primary) {
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return Optional.of(
                    "agents keep their changes until there is room: free some, or lower"
                            + " collector.retention.limit");
        }
        if (primary == SQLiteErrorCode.SQLITE_IOERR.code) {
            return Optional.of("agents keep their changes: look at the disk and the kernel's log");
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code
                || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return Optional.of(
                    "agents keep their changes: let this user write the file and its directory");
        }
        boolean held =
                primary == SQLiteErrorCode.SQLITE_BUSY.code
                        || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
        return held ? Optional.of("another program holds the file: end it") : Optional.empty();
    }
}
