package io.holdfast.collector.store;

import io.holdfast.collector.view.StoreHealth;
import java.sql.SQLException;

/**
 * Something that is to become durable, together with others, in one transaction.
 *
 * <p>It is run again as a whole where the disk failed, so it must do the same each time.
 */
public interface Write {

    /** Puts it into the transaction. */
    void write(Statements sql) throws SQLException;

    /** It is on disk. Called by the writer's thread: must be quick and must not throw. */
    void durable();

    /**
     * It can never be written: the store refuses it for a reason that waiting does not cure. Called
     * by the writer's thread.
     */
    void refused(SQLException reason);

    /**
     * It cannot be written for now; tells whether it gives up, instead of being tried again until
     * it can. Called by the writer's thread.
     */
    default boolean givesUp(StoreHealth.Trouble trouble) {
        return false;
    }
}
