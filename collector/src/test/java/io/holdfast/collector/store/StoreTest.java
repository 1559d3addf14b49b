package io.holdfast.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real SQLite file; no sockets, and nobody waits for time to pass. */
final class StoreTest {

    private static final String INSERT = "INSERT INTO fact (name, value) VALUES (?, ?)";

    @TempDir Path directory;

    @Test
    void whatIsWrittenIsReadByOthersAndAfterANewStart() {
        try (Store store = open()) {
            store.write(sql -> sql.update(INSERT, "a", "1"));
            assertThat(value(store, "a")).isEqualTo("1");
        }
        try (Store store = open()) {
            assertThat(value(store, "a")).isEqualTo("1");
        }
    }

    @Test
    void writesKeepTheirOrderAndEachIsToldWhenItIsDurable() {
        int count = 3_000;
        List<CompletableFuture<Integer>> done = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        try (Store store = open()) {
            for (int i = 0; i < count; i++) {
                done.add(new CompletableFuture<>());
                store.submit(new Numbered(i, done.get(i), order));
            }
            done.forEach(CompletableFuture::join);
        }
        assertThat(order).hasSize(count).isSorted();
    }

    @Test
    void oneWriteThatCanNeverSucceedDoesNotHarmTheOthers() {
        try (Store store = open()) {
            store.write(sql -> sql.update(INSERT, "a", "1"));
            assertThatThrownBy(() -> store.write(sql -> sql.update(INSERT, "a", "2")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("UNIQUE");
            store.write(sql -> sql.update(INSERT, "b", "3"));

            assertThat(value(store, "a")).isEqualTo("1");
            assertThat(value(store, "b")).isEqualTo("3");
            assertThat(store.health().ok()).isTrue();
        }
    }

    @Test
    void readersCannotWrite() {
        try (Store store = open()) {
            assertThatThrownBy(() -> store.read(sql -> sql.update(INSERT, "a", "1")))
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void theFileIsItsOwnersAloneAndItsTablesAreStrict() throws IOException {
        try (Store store = open()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.file())))
                    .isEqualTo("rw-------");
            List<String> loose =
                    store.read(
                            sql ->
                                    sql.list(
                                            "SELECT name FROM pragma_table_list WHERE strict = 0"
                                                    + " AND schema = 'main'"
                                                    + " AND name NOT LIKE 'sqlite%'",
                                            row -> row.getString(1)));
            assertThat(loose).isEmpty();
        }
    }

    @Test
    void aCommitSurvivesTheLossOfPower() {
        try (Store store = open()) {
            // 2 is FULL (https://sqlite.org/pragma.html#pragma_synchronous).
            assertThat(pragma(store, "synchronous")).isEqualTo("2");
            assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void aNewerStoreIsRefusedAndLeftAsItIs() throws SQLException {
        open().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 999");
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version 999")
                .hasMessageContaining("install the newer collector");
    }

    @Test
    void twoCollectorsNeverShareAStateDirectory() {
        Path state = directory.resolve("state");
        try (StateDirectory first = StateDirectory.open(state)) {
            assertThat(first.path()).isEqualTo(state);
            assertThatThrownBy(() -> StateDirectory.open(state))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by another collector");
        }
        StateDirectory.open(state).close();
    }

    @Test
    void anAuthorityWhoseStoreIsGoneIsNotGoneOnFrom() throws IOException {
        Path state = directory.resolve("state");
        StateDirectory.openWhole(state).close();
        Path authority = Files.createDirectories(state.resolve("authority"));
        Files.writeString(authority.resolve("authority.pem"), "a key");
        Path database = state.resolve("holdfast.db");

        assertThatThrownBy(() -> StateDirectory.openWhole(state))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        "expected the store of the authority "
                                + authority.resolve("authority.pem")
                                + ", found no "
                                + database)
                .hasMessageContaining("holdfast collector restore BACKUP")
                .hasMessageContaining("mv " + authority + " " + authority + ".lost");
        assertThat(database).doesNotExist();
        Files.createFile(database);
        assertThatThrownBy(() -> StateDirectory.openWhole(state))
                .hasMessageContaining("found an empty " + database);

        Files.move(authority, state.resolve("authority.lost"));
        StateDirectory.openWhole(state).close();
    }

    private record Numbered(int number, CompletableFuture<Integer> done, List<Integer> order)
            implements Write {

        @Override
        public void write(Statements sql) throws SQLException {
            sql.update(INSERT, "n" + number, Integer.toString(number));
        }

        @Override
        public void durable() {
            order.add(number);
            done.complete(number);
        }

        @Override
        public void refused(SQLException reason) {
            done.completeExceptionally(reason);
        }
    }

    private static String pragma(Store store, String name) {
        return store.write(
                sql -> sql.first("PRAGMA " + name, row -> row.getString(1)).orElseThrow());
    }

    private static String value(Store store, String name) {
        return store.read(
                        sql ->
                                sql.first(
                                        "SELECT value FROM fact WHERE name = ?",
                                        row -> row.getString(1),
                                        name))
                .orElse("");
    }

    private Path file() {
        return directory.resolve("holdfast.db");
    }

    private Store open() {
        return Store.open(
                file(),
                InstantSource.system(),
                length -> Thread.onSpinWait(),
                Thread.ofPlatform().daemon().factory());
    }
}
