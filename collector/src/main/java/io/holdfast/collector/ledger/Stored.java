package io.holdfast.collector.ledger;

import io.holdfast.collector.inventory.Accepted;
import io.holdfast.collector.reading.Samples;
import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Position;
import java.time.Instant;
import java.util.Optional;

/**
 * A host as the store knows it when a collector starts.
 *
 * @param position up to which its agent's changes are in {@code succession}
 * @param samples the readings since the last snapshot, not rolled up yet
 * @param journaled how many changes the journal has
 * @param toldAt when the last of it came
 * @param silentSince since when its agent is silent, if it is
 */
public record Stored(
        HostId host,
        Position position,
        Succession succession,
        Samples samples,
        int journaled,
        Optional<Instant> toldAt,
        Optional<Accepted> accepted,
        Optional<Instant> silentSince) {}
