package io.holdfast.agent.devices.snmp.exchange;

import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is being asked something at this moment. Datagrams of everybody else are thrown away unread:
 * a stranger makes us neither decode nor answer anything.
 */
final class Peers {

    /** One address with questions on their way, and what of it could not be used. */
    static final class Peer {
        private int asking;
        private volatile long garbled;
        private volatile long unmatched;

        /** Datagrams from it that are no SNMP message. */
        long garbled() {
            return garbled;
        }

        /** Messages from it that answer no open question. */
        long unmatched() {
            return unmatched;
        }

        synchronized void countGarbled() {
            garbled++;
        }

        synchronized void countUnmatched() {
            unmatched++;
        }
    }

    private final ConcurrentHashMap<InetSocketAddress, Peer> peers = new ConcurrentHashMap<>();

    /** One more question goes there. */
    Peer begin(InetSocketAddress address) {
        return peers.compute(
                address,
                (key, known) -> {
                    Peer peer = known == null ? new Peer() : known;
                    peer.asking++;
                    return peer;
                });
    }

    /** That question is done with. */
    void end(InetSocketAddress address) {
        peers.computeIfPresent(address, (key, peer) -> --peer.asking == 0 ? null : peer);
    }

    /** The peer at this address; null for a stranger. */
    @Nullable Peer at(InetSocketAddress address) {
        return peers.get(address);
    }

    /** How many addresses have a question on its way. */
    int size() {
        return peers.size();
    }
}
