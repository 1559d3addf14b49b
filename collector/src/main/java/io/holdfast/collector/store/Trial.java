package io.holdfast.collector.store;

import io.holdfast.collector.view.StoreHealth;
import java.sql.SQLException;

/** A write of what is there already, to see whether the disk takes one again. */
record Trial() implements Write {

    @Override
    public void write(Statements sql) throws SQLException {
        // Unlike a transaction without a change, this writes a page even where the value is the
        // same.
        sql.update("PRAGMA user_version = " + Schema.VERSION);
    }

    @Override
    public void durable() {}

    @Override
    public void refused(SQLException reason) {}

    @Override
    public boolean givesUp(StoreHealth.Trouble trouble) {
        return true;
    }
}
