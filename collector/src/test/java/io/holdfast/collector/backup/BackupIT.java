package io.holdfast.collector.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.Collector;
import io.holdfast.collector.peer.Enlisted;
import io.holdfast.collector.peer.Parts;
import io.holdfast.collector.peer.Running;
import io.holdfast.collector.peer.Speaker;
import io.holdfast.collector.store.StoreException;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector that is backed up while it runs, and restored after its agent has gone on. */
final class BackupIT {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final HostId OTHER = HostId.parse("ber1/r1/db2");
    private static final Instant NOW = Instant.EPOCH;
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path directory;

    @Test
    void aRestoredCollectorKnowsItsAgentsAndGetsWhatItMissed() throws Exception {
        Path backup = directory.resolve("one.backup");
        List<Change> look = Parts.firstLook(HOST, 2, AT);
        int known = look.size();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Enlisted who;
            try (Collector collector = Running.in(directory)) {
                who = enlist(collector, threads);
                try (Speaker agent = new Speaker(who, 1, collector.agentsPort(), threads)) {
                    agent.hello();
                    agent.batch(1, look);
                    agent.awaitAck(known);
                    collector.operations().backups().backup(backup);
                    agent.batch(
                            known + 1L,
                            List.of(Parts.reported(Parts.psu(HOST, 1), Health.FAILED, 0, AT)));
                    agent.awaitAck(known + 1L);
                }
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                    .isEqualTo("rw-------");
            Path state = directory.resolve("state");
            assertThatThrownBy(() -> Restore.restore(backup, state, false, NOW))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("--force");
            Restore.restore(backup, state, true, NOW);

            try (Collector collector = Running.in(directory);
                    Speaker agent = new Speaker(who, 1, collector.agentsPort(), threads)) {
                assertThat(agent.hello()).isEqualTo(new Position(1, known));
                assertThat(redundancy(collector)).isEqualTo(Redundancy.FULL);
                // The agent's spool no longer has what was acknowledged before.
                Position now = new Position(1, known + 1L);
                for (int beat = 0; beat < 4; beat++) {
                    agent.heartbeat(now, 0);
                }
                agent.hear(FromCollector.DigestRequest.class);
                List<Change> whole = new ArrayList<>(look);
                whole.add(Parts.reported(Parts.psu(HOST, 1), Health.FAILED, 0, AT));
                agent.say(new FromAgent.DigestPart(now, 0, 1, whole));
                agent.heartbeat(now, 0);
                agent.awaitAck(known + 1L);
                assertThat(redundancy(collector)).isEqualTo(Redundancy.NONE);
            }
        }
    }

    @Test
    void aLostStoreKeepsTheCollectorFromStartingUntilItIsRestored() throws Exception {
        Path backup = directory.resolve("one.backup");
        Path state = directory.resolve("state");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Collector collector = Running.in(directory)) {
            enlist(collector, threads);
            collector.operations().backups().backup(backup);
        }
        Files.delete(state.resolve("holdfast.db"));

        assertThatThrownBy(() -> Running.in(directory).close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("found no " + state.resolve("holdfast.db"));
        Restore.restore(backup, state, true, NOW);

        try (Collector collector = Running.in(directory)) {
            assertThat(collector.operations().agents().revoke(HOST, "ada", "")).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoBackupIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("text"), "no backup");
        assertThatThrownBy(() -> Restore.restore(file, directory.resolve("state"), false, NOW))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holdfast collector backup");
        assertThat(directory.resolve("state/holdfast.db")).doesNotExist();
        assertThat(directory.resolve("state/restore.partial")).doesNotExist();
        assertThat(directory.resolve("state/authority")).doesNotExist();
    }

    @Test
    void aStoreWithoutItsAuthorityIsNoBackup() throws Exception {
        try (Collector collector = Running.in(directory)) {
            assertThat(collector.agentsPort()).isPositive();
        }
        Path store = Files.copy(directory.resolve("state/holdfast.db"), directory.resolve("raw"));

        assertThatThrownBy(() -> Restore.restore(store, directory.resolve("other"), false, NOW))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("authority_file");
        assertThat(directory.resolve("other/restore.partial")).doesNotExist();
    }

    @Test
    void whoWasRevokedSinceStaysRevokedAndSpentTokensStaySpent() throws Exception {
        Path backup = directory.resolve("one.backup");
        Path state = directory.resolve("state");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (Collector collector = Running.in(directory)) {
                enlist(collector, threads);
                String token = token(collector);
                collector.operations().backups().backup(backup);
                assertThat(collector.operations().agents().revoke(HOST, "ada", "stolen"))
                        .isEqualTo(1);
                Enlisted.at(collector.agentsPort(), token, OTHER, threads);
                assertThat(collector.operations().agents().revoke(OTHER, "ada", "")).isEqualTo(1);
            }

            Restored restored = Restore.restore(backup, state, true, NOW);

            assertThat(restored.replaced())
                    .isInstanceOfSatisfying(
                            Restored.Replaced.TakenOver.class,
                            kept ->
                                    assertThat(kept.revocations())
                                            .extracting(Restored.Revocation::holder)
                                            .containsExactly("agent " + HOST, "agent " + OTHER));
            assertThat(restored.warning()).isEmpty();
            assertThat(restored.text())
                    .contains("agent " + HOST + ", at ")
                    .contains("by ada: stolen");
            assertThat(restored.valid()).isEmpty();
            assertThat(restored.tokens()).isZero();
            assertThat(certificates(state, "revoked_at IS NOT NULL")).isEqualTo(2);
            assertThat(certificates(state, "revoked_at IS NULL")).isZero();
        }
    }

    @Test
    void whoWasEnrolledAfterTheBackupIsLetInAndCanStillBeRevoked() throws Exception {
        Path backup = directory.resolve("one.backup");
        Path state = directory.resolve("state");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Enlisted who;
            try (Collector collector = Running.in(directory)) {
                collector.operations().backups().backup(backup);
                who = enlist(collector, threads);
            }
            Files.move(state, directory.resolve("lost"));
            Restored restored = Restore.restore(backup, state, false, NOW);
            assertThat(restored.valid()).isEmpty();

            try (Collector collector = Running.in(directory);
                    Speaker agent = new Speaker(who, 1, collector.agentsPort(), threads)) {
                agent.hello();
                assertThat(collector.operations().agents().revoke(HOST, "ada", "")).isEqualTo(1);
            }
            assertThat(certificates(state, "revoked_at IS NOT NULL")).isEqualTo(1);
        }
    }

    @Test
    void whereTheReplacedStoreCannotTellItIsSaidLoudly() throws Exception {
        Path backup = directory.resolve("one.backup");
        Path state = directory.resolve("state");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Collector collector = Running.in(directory)) {
            enlist(collector, threads);
            token(collector);
            collector.operations().backups().backup(backup);
        }
        Path database = state.resolve("holdfast.db");
        Files.deleteIfExists(state.resolve("holdfast.db-wal"));
        Files.writeString(database, "damaged by a disk");

        Restored restored = Restore.restore(backup, state, true, NOW);

        assertThat(restored.replaced()).isInstanceOf(Restored.Replaced.Lost.class);
        assertThat(restored.warning())
                .startsWith("WARNING: ")
                .contains("may connect again, and 1 enrolment token of it counts")
                .contains("holdfast agents revoke");
        assertThat(restored.text()).contains("    agent " + HOST + ", ");
        assertThat(restored.valid()).hasSize(1);

        Restored elsewhere = Restore.restore(backup, directory.resolve("new"), false, NOW);
        assertThat(elsewhere.replaced()).isInstanceOf(Restored.Replaced.Nothing.class);
        assertThat(elsewhere.warning()).contains("no store to take revocations from");
    }

    private static Redundancy redundancy(Collector collector) {
        return collector
                .operations()
                .reports()
                .host(HOST)
                .orElseThrow()
                .groups()
                .getFirst()
                .computed();
    }

    private static int certificates(Path state, String which) throws SQLException {
        try (Connection store =
                        DriverManager.getConnection("jdbc:sqlite:" + state.resolve("holdfast.db"));
                Statement sql = store.createStatement();
                ResultSet rows =
                        sql.executeQuery("SELECT count(*) FROM certificate WHERE " + which)) {
            return rows.getInt(1);
        }
    }

    private static String token(Collector collector) {
        return collector.operations().tokens().create("*", 1, Duration.ofHours(1), "test").text();
    }

    private static Enlisted enlist(Collector collector, ExecutorService threads) {
        return Enlisted.at(collector.agentsPort(), token(collector), HOST, threads);
    }
}
