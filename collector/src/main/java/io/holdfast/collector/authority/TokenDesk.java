package io.holdfast.collector.authority;

import io.holdfast.collector.operations.Tokens;
import io.holdfast.collector.store.Statements;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.Times;
import io.holdfast.config.value.Durations;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.enrol.TokenSecret;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes tokens, and keeps each for a while after its end, so that a latecomer can be told how it
 * ended.
 */
public final class TokenDesk implements Tokens {

    /** The most tokens at a time that can be used; of those that cannot, as many are kept. */
    public static final int MOST = 1_000;

    /** How long a token is known after it ran out. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    static final int MOST_USES = 100_000;
    static final Duration LONGEST_LIFE = Duration.ofDays(365);

    /** Of a token that serves at a moment. */
    private static final String USABLE = "uses_left > 0 AND expires_at > ?";

    private static final Logger log = LoggerFactory.getLogger(TokenDesk.class);
    private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ID_LENGTH = 8;

    private final Store store;
    private final Authority authority;
    private final SecureRandom random;
    private final InstantSource clock;

    public TokenDesk(Store store, Authority authority, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.authority = authority;
        this.random = random;
        this.clock = clock;
    }

    /** A token with its secret, for checking a proof. */
    record Held(
            String id, TokenSecret secret, HostPattern pattern, int usesLeft, Instant expiresAt) {}

    @Override
    public Created create(String hostPattern, int uses, Duration lifetime, String by) {
        HostPattern pattern = new HostPattern(hostPattern);
        if (uses < 1 || uses > MOST_USES) {
            throw new IllegalArgumentException(
                    "expected 1 to " + MOST_USES + " uses, found " + uses);
        }
        if (!lifetime.isPositive() || lifetime.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException(
                    "expected a lifetime of more than 0s and at most "
                            + Durations.format(LONGEST_LIFE)
                            + ", found "
                            + Durations.format(lifetime));
        }
        byte[] secret = new byte[TokenSecret.SIZE];
        random.nextBytes(secret);
        EnrolmentToken token =
                new EnrolmentToken(newId(), new TokenSecret(secret), authority.fingerprint());
        Instant now = clock.instant();
        Instant end = now.plus(lifetime);
        int kept = store.write(sql -> insert(sql, token, pattern, uses, now, end, by));
        if (kept == 0) {
            throw new IllegalArgumentException(
                    "expected fewer than " + MOST + " tokens at a time: delete some first");
        }
        log.info(
                "token {} for {} made by {}, uses: {}, until {}",
                token.id(),
                hostPattern,
                by,
                uses,
                end.truncatedTo(ChronoUnit.SECONDS));
        return new Created(token.id(), token.reveal(), hostPattern, uses, end);
    }

    private static int insert(
            Statements sql,
            EnrolmentToken token,
            HostPattern pattern,
            int uses,
            Instant now,
            Instant end,
            String by)
            throws SQLException {
        forget(sql, now);
        return sql.update(
                "INSERT INTO token (id, secret, host_pattern, uses_left, expires_at, created_at,"
                        + " created_by) SELECT ?, ?, ?, ?, ?, ?, ? WHERE (SELECT count(*)"
                        + " FROM token WHERE "
                        + USABLE
                        + ") < "
                        + MOST,
                token.id(),
                token.secret().reveal(),
                pattern.text(),
                uses,
                Times.micros(end),
                Times.micros(now),
                by,
                Times.micros(now));
    }

    /** Lets go of what ended long ago, and of the oldest where too many have ended. */
    private static void forget(Statements sql, Instant now) throws SQLException {
        sql.update("DELETE FROM token WHERE expires_at <= ?", Times.micros(now.minus(REMEMBERED)));
        sql.update(
                "DELETE FROM token WHERE id IN (SELECT id FROM token WHERE NOT ("
                        + USABLE
                        + ") ORDER BY created_at DESC LIMIT -1 OFFSET "
                        + MOST
                        + ")",
                Times.micros(now));
    }

    @Override
    public List<Listed> list() {
        return store.read(
                sql ->
                        sql.list(
                                "SELECT id, host_pattern, uses_left, expires_at, created_by"
                                        + " FROM token WHERE "
                                        + USABLE
                                        + " ORDER BY created_at",
                                row ->
                                        new Listed(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getInt(3),
                                                Times.instant(row.getLong(4)),
                                                row.getString(5)),
                                Times.micros(clock.instant())));
    }

    @Override
    public boolean delete(String id, String by) {
        long now = Times.micros(clock.instant());
        boolean deleted =
                store.write(
                                sql ->
                                        sql.update(
                                                "DELETE FROM token WHERE id = ? AND " + USABLE,
                                                id,
                                                now))
                        > 0;
        if (deleted) {
            log.info("token {} deleted by {}", id, by);
        }
        return deleted;
    }

    /** The token of this id, whether or not it can still be used. */
    Optional<Held> find(String id) {
        return store.read(
                sql ->
                        sql.first(
                                "SELECT secret, host_pattern, uses_left, expires_at FROM token"
                                        + " WHERE id = ?",
                                row ->
                                        new Held(
                                                id,
                                                new TokenSecret(
                                                        Base64.getUrlDecoder()
                                                                .decode(row.getString(1))),
                                                new HostPattern(row.getString(2)),
                                                row.getInt(3),
                                                Times.instant(row.getLong(4))),
                                id));
    }

    /** Spends one use in the transaction; false where none is left. */
    static boolean spend(Statements sql, String id, Instant now) throws SQLException {
        return sql.update(
                        "UPDATE token SET uses_left = uses_left - 1"
                                + " WHERE id = ? AND "
                                + USABLE,
                        id,
                        Times.micros(now))
                == 1;
    }

    private String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        return id.toString();
    }
}
