package io.holdfast.collector.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The versions of the store's tables: each is a file {@code N.sql} that leads from the one before.
 *
 * <p>The version of a file is in its header, SQLite's {@code user_version}. A released file is
 * never changed; a new version is a new file.
 */
final class Schema {

    /** The newest version that this code knows. */
    static final int VERSION = 4;

    private Schema() {}

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    /** Leads the tables one version on, in a transaction of the caller. */
    static void step(Connection connection, int to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script(to));
            statement.executeUpdate("PRAGMA user_version = " + to);
        }
    }

    private static String script(int version) {
        String name = version + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new StoreException("this build lacks its schema file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException("cannot read the schema file " + name, e);
        }
    }
}
