package io.holdfast.collector.backup;

import io.holdfast.collector.store.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the store that a backup replaces must not be forgotten: who was let in and who was shut
 * out since the backup was made. The certificates are out in the world, whatever a store knows.
 *
 * @param connection to the backup, about to become the store
 */
record Heritage(Connection connection) {

    private static final String COLUMNS =
            "serial, holder, role, not_after, issued_at, issued_by, revoked_at, revoked_by, reason";

    /** Takes over every certificate, revocation and spent token of the replaced store. */
    List<Restored.Revocation> takeFrom(Path replaced) throws SQLException {
        if (!Files.isReadable(replaced)) {
            throw new SQLException("may not be read");
        }
        try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS replaced")) {
            attach.setString(1, replaced.toString());
            attach.execute();
        }
        try (Statement sql = connection.createStatement()) {
            try {
                connection.setAutoCommit(false);
                List<Restored.Revocation> kept = revocations(sql);
                takeOver(sql);
                connection.commit();
                return kept;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
                sql.execute("DETACH replaced");
            }
        }
    }

    /** The holders that the backup would let in again. */
    private static List<Restored.Revocation> revocations(Statement sql) throws SQLException {
        List<Restored.Revocation> kept = new ArrayList<>();
        try (ResultSet rows =
                sql.executeQuery(
                        "SELECT r.holder, max(r.revoked_at), max(r.revoked_by), max(r.reason)"
                                + " FROM replaced.certificate r LEFT JOIN main.certificate b"
                                + " ON b.serial = r.serial WHERE r.revoked_at IS NOT NULL"
                                + " AND b.revoked_at IS NULL GROUP BY r.holder ORDER BY 1")) {
            while (rows.next()) {
                kept.add(
                        new Restored.Revocation(
                                rows.getString(1),
                                Times.instant(rows.getLong(2)),
                                rows.getString(3),
                                rows.getString(4)));
            }
        }
        return kept;
    }

    private static void takeOver(Statement sql) throws SQLException {
        sql.executeUpdate(
                "UPDATE main.certificate SET (revoked_at, revoked_by, reason) ="
                        + " (SELECT r.revoked_at, r.revoked_by, r.reason"
                        + " FROM replaced.certificate r WHERE r.serial = main.certificate.serial)"
                        + " WHERE revoked_at IS NULL AND serial IN"
                        + " (SELECT serial FROM replaced.certificate WHERE revoked_at IS NOT NULL)");
        sql.executeUpdate(
                "INSERT OR IGNORE INTO main.certificate ("
                        + COLUMNS
                        + ") SELECT "
                        + COLUMNS
                        + " FROM replaced.certificate");
        sql.executeUpdate("DELETE FROM main.token WHERE id NOT IN (SELECT id FROM replaced.token)");
        sql.executeUpdate(
                "UPDATE main.token SET uses_left = min(uses_left,"
                        + " (SELECT r.uses_left FROM replaced.token r WHERE r.id = main.token.id))");
    }

    /** Who has a certificate that is not revoked and has not run out. */
    List<Restored.Valid> valid(Instant now) throws SQLException {
        List<Restored.Valid> valid = new ArrayList<>();
        try (PreparedStatement sql =
                connection.prepareStatement(
                        "SELECT holder, role, max(not_after) FROM certificate"
                                + " WHERE revoked_at IS NULL AND not_after > ?"
                                + " GROUP BY holder, role ORDER BY 1, 2")) {
            sql.setLong(1, Times.micros(now));
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    valid.add(
                            new Restored.Valid(
                                    rows.getString(1),
                                    rows.getString(2),
                                    Times.instant(rows.getLong(3))));
                }
            }
        }
        return valid;
    }

    /** How many tokens can be used. */
    int tokens(Instant now) throws SQLException {
        try (PreparedStatement sql =
                connection.prepareStatement(
                        "SELECT count(*) FROM token WHERE uses_left > 0 AND expires_at > ?")) {
            sql.setLong(1, Times.micros(now));
            try (ResultSet rows = sql.executeQuery()) {
                return rows.getInt(1);
            }
        }
    }
}
