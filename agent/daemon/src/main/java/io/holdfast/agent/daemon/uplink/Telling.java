package io.holdfast.agent.daemon.uplink;

import io.holdfast.agent.daemon.spool.Backlog;
import io.holdfast.agent.daemon.state.LookBoard;

/**
 * What there is to tell the collector.
 *
 * @param greeting who we are
 * @param backlog the changes that it has not taken
 * @param looks the looks that it has not been told of
 * @param ledgers the state itself
 * @param vitals what we cost
 * @param devices the devices of the rack that we ask
 */
public record Telling(
        Greeting greeting,
        Backlog backlog,
        LookBoard looks,
        Ledgers ledgers,
        Vitals.Source vitals,
        DeviceDesk devices) {

    /** Of an agent that asks no devices. */
    public Telling(
            Greeting greeting,
            Backlog backlog,
            LookBoard looks,
            Ledgers ledgers,
            Vitals.Source vitals) {
        this(greeting, backlog, looks, ledgers, vitals, DeviceDesk.NONE);
    }
}
