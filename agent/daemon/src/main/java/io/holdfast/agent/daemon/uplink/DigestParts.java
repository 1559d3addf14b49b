package io.holdfast.agent.daemon.uplink;

import io.holdfast.agent.daemon.state.Digest;
import io.holdfast.core.state.Change;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.Numbered;
import io.holdfast.wire.stream.WireLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts a digest into messages that keep the wire's limits. */
final class DigestParts {

    private DigestParts() {}

    /** At least one part, even of nothing. */
    static Deque<FromAgent.DigestPart> of(Digest digest) {
        List<List<Change>> cuts = new ArrayList<>();
        List<Change> cut = new ArrayList<>();
        int bytes = 0;
        for (Change change : digest.changes()) {
            int size = Codec.encode(new Numbered(1, change)).length;
            boolean full =
                    bytes + size > WireLimits.BATCH_BYTES || cut.size() == WireLimits.MOST_CHANGES;
            if (full && !cut.isEmpty()) {
                cuts.add(cut);
                cut = new ArrayList<>();
                bytes = 0;
            }
            cut.add(change);
            bytes += size;
        }
        cuts.add(cut);
        Deque<FromAgent.DigestPart> parts = new ArrayDeque<>();
        for (List<Change> changes : cuts) {
            parts.add(
                    new FromAgent.DigestPart(
                            digest.position(), parts.size(), cuts.size(), changes));
        }
        return parts;
    }
}
