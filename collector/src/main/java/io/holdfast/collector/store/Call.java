package io.holdfast.collector.store;

import io.holdfast.collector.view.StoreHealth;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A write with an answer, for somebody who waits: fails at once where the disk does.
 *
 * @param <T> the answer
 */
final class Call<T> implements Write {

    private final Readers.Question<T> work;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T answer;

    Call(Readers.Question<T> work) {
        this.work = work;
    }

    CompletableFuture<T> future() {
        return future;
    }

    @Override
    public void write(Statements sql) throws SQLException {
        answer = work.ask(sql);
    }

    @Override
    public void durable() {
        T made = answer;
        if (made == null) {
            future.completeExceptionally(new StoreException("expected an answer, found none"));
        } else {
            future.complete(made);
        }
    }

    @Override
    public void refused(SQLException reason) {
        future.completeExceptionally(
                new StoreException("cannot write the store: " + reason.getMessage(), reason));
    }

    @Override
    public boolean givesUp(StoreHealth.Trouble trouble) {
        future.completeExceptionally(new UnwritableException(trouble));
        return true;
    }
}
