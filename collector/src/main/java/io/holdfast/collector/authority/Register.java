package io.holdfast.collector.authority;

import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.StoreException;
import io.holdfast.collector.store.Times;
import io.holdfast.collector.view.Revocation;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.tls.Fingerprint;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Every certificate that the authority has issued, and which of them count no longer. */
public final class Register {

    private final Store store;
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    public Register(Store store) {
        this.store = store;
        List<String> serials =
                store.read(
                        sql ->
                                sql.list(
                                        "SELECT serial FROM certificate WHERE revoked_at IS NOT NULL",
                                        row -> row.getString(1)));
        revoked.addAll(serials);
    }

    /**
     * Refuses to go on without the authority of the certificates that are registered: a new one in
     * its place would shut every agent out.
     *
     * @param file the authority's
     */
    public void requireAuthority(Path file) {
        boolean issued =
                store.read(
                        sql ->
                                sql.first("SELECT 1 FROM certificate LIMIT 1", row -> row.getInt(1))
                                        .isPresent());
        if (issued && !Files.exists(file)) {
            throw new StoreException(
                    "expected the authority of the certificates in "
                            + store.file()
                            + ", found no "
                            + file
                            + "; a new one would shut every agent out\n  to do: restore a backup,"
                            + " which has it: holdfast collector restore BACKUP --force\n  or, to"
                            + " start afresh and enroll every host anew: mv "
                            + store.file()
                            + " "
                            + store.file()
                            + ".lost");
        }
    }

    /** Whether a certificate counts no longer. */
    public boolean isRevoked(X509Certificate certificate) {
        return revoked.contains(serial(certificate));
    }

    /** Notes a certificate in the transaction that gives the right to it. */
    static void note(
            Statements sql, X509Certificate certificate, Holder holder, String by, Instant now)
            throws SQLException {
        sql.update(
                "INSERT OR IGNORE INTO certificate"
                        + " (serial, holder, role, not_after, issued_at, issued_by, key_digest)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                serial(certificate),
                holder.registered(),
                holder.unit(),
                Times.micros(certificate.getNotAfter().toInstant()),
                Times.micros(now),
                by,
                Fingerprint.of(certificate.getPublicKey()).hex());
    }

    /** Whether a holder's key has a certificate by these means that counts. */
    static boolean gave(Statements sql, PublicKey key, Holder holder, String by)
            throws SQLException {
        return sql.first(
                        "SELECT 1 FROM certificate WHERE holder = ? AND key_digest = ?"
                                + " AND issued_by = ? AND revoked_at IS NULL",
                        row -> row.getInt(1),
                        holder.registered(),
                        Fingerprint.of(key).hex(),
                        by)
                .isPresent();
    }

    /**
     * Whether a certificate of ours counts. One that the register does not know, as after a
     * restore, is taken into it, for what is not there could never be revoked; if its holder was
     * revoked after it was issued, it is revoked too.
     */
    public boolean counts(X509Certificate certificate, Holder holder, Instant now) {
        if (isRevoked(certificate)) {
            return false;
        }
        String serial = serial(certificate);
        boolean known =
                store.read(
                        sql ->
                                sql.first(
                                                "SELECT 1 FROM certificate WHERE serial = ?",
                                                row -> row.getInt(1),
                                                serial)
                                        .isPresent());
        return known || !takenIn(certificate, holder, now);
    }

    /** Takes a certificate in; true if it is revoked for its holder's sake. */
    private boolean takenIn(X509Certificate certificate, Holder holder, Instant now) {
        long issued = Times.micros(certificate.getNotBefore().toInstant());
        int refused =
                store.write(
                        sql -> {
                            note(sql, certificate, holder, "shown by its holder", now);
                            return sql.update(
                                    "UPDATE certificate SET revoked_at = ?, revoked_by = ?,"
                                            + " reason = ? WHERE serial = ? AND EXISTS"
                                            + " (SELECT 1 FROM certificate WHERE holder = ?"
                                            + " AND revoked_at >= ?)",
                                    Times.micros(now),
                                    "collector",
                                    "its holder was revoked after it was issued",
                                    serial(certificate),
                                    holder.registered(),
                                    issued);
                        });
        if (refused > 0) {
            revoked.add(serial(certificate));
        }
        return refused > 0;
    }

    /** Whether a host's agent ever had a certificate. */
    public boolean knowsAgent(HostId host) {
        return knows(new Holder.Agent(host));
    }

    /** Whether the holder ever had a certificate. */
    boolean knows(Holder holder) {
        return store.read(
                sql ->
                        sql.first(
                                        "SELECT 1 FROM certificate WHERE holder = ? LIMIT 1",
                                        row -> row.getInt(1),
                                        holder.registered())
                                .isPresent());
    }

    /** Whether a host was retired and has not come back with a certificate that counts. */
    public boolean isRetired(HostId host) {
        return store.read(
                sql ->
                        sql.first(
                                        "SELECT 1 FROM retired r JOIN host h ON h.id = r.host"
                                                + " WHERE h.name = ? AND NOT EXISTS (SELECT 1 FROM"
                                                + " certificate WHERE holder = ? AND revoked_at IS"
                                                + " NULL)",
                                        row -> row.getInt(1),
                                        host.toString(),
                                        new Holder.Agent(host).registered())
                                .isPresent());
    }

    /**
     * The hosts whose agents had certificates and have none any more that was not revoked, with who
     * revoked the last one.
     */
    public SortedMap<HostId, Revocation> revokedAgents() {
        SortedMap<HostId, Revocation> agents = new TreeMap<>();
        // SQLite takes the columns beside a MAX from the row that has it.
        store.read(
                        sql ->
                                sql.list(
                                        "SELECT holder, MAX(revoked_at), revoked_by"
                                                + " FROM certificate WHERE role = ?"
                                                + " GROUP BY holder"
                                                + " HAVING COUNT(revoked_at) = COUNT(*)",
                                        row ->
                                                Map.entry(
                                                        agent(row.getString(1)),
                                                        new Revocation(
                                                                row.getString(3),
                                                                Times.instant(row.getLong(2)))),
                                        Holder.AGENT_UNIT))
                .forEach(entry -> agents.put(entry.getKey(), entry.getValue()));
        return agents;
    }

    private static HostId agent(String holder) {
        return HostId.parse(holder.substring(Holder.AGENT_PREFIX.length()));
    }

    /** Makes all certificates of a host's agent count no longer; gives how many that were. */
    public int revokeAgent(HostId host, String by, String reason, Instant now) {
        return revoke(new Holder.Agent(host), by, reason, now);
    }

    /** Makes all certificates of a holder count no longer; gives how many that were. */
    int revoke(Holder holder, String by, String reason, Instant now) {
        List<String> serials =
                store.write(
                        sql -> {
                            List<String> open =
                                    sql.list(
                                            "SELECT serial FROM certificate"
                                                    + " WHERE holder = ? AND revoked_at IS NULL",
                                            row -> row.getString(1),
                                            holder.registered());
                            sql.update(
                                    "UPDATE certificate"
                                            + " SET revoked_at = ?, revoked_by = ?, reason = ?"
                                            + " WHERE holder = ? AND revoked_at IS NULL",
                                    Times.micros(now),
                                    by,
                                    reason,
                                    holder.registered());
                            return open;
                        });
        revoked.addAll(serials);
        return serials.size();
    }

    private static String serial(X509Certificate certificate) {
        BigInteger serial = certificate.getSerialNumber();
        return serial.toString(16);
    }
}
