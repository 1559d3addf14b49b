package io.holdfast.agent.daemon.uplink;

import io.holdfast.agent.daemon.state.IncarnationFile;
import io.holdfast.agent.daemon.state.Ledger;
import io.holdfast.agent.daemon.state.StateLoop;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.core.state.Position;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reaches the state through its loop.
 *
 * @param ledger read for its position only
 * @param state does everything else, on its own thread
 * @param events where the state is brought
 */
public record LedgerAccess(
        Ledger ledger,
        StateLoop state,
        IncarnationFile incarnations,
        InstantSource clock,
        Consumer<Event> events)
        implements Ledgers {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerAccess.class);

    @Override
    public Position position() {
        return ledger.position();
    }

    @Override
    public void askWhole() {
        run(l -> events.accept(new Event.Whole(l.digest())));
    }

    @Override
    public void restartAfter(long incarnation) {
        run(
                l -> {
                    try {
                        l.restart(incarnations.next(clock.instant(), incarnation));
                    } catch (IOException e) {
                        LOG.error("no new incarnation: {}", FileTrouble.of(e));
                    }
                });
    }

    private void run(Consumer<Ledger> task) {
        try {
            state.run(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
