package io.holdfast.wire.stream;

import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Look;
import io.holdfast.core.state.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an agent says to its collector. */
public sealed interface FromAgent {

    /**
     * The first message of a stream: who speaks.
     *
     * @param protocol the version of the wire's rules that the agent speaks
     * @param version of the agent's software, for people
     * @param host must be the one in the agent's certificate
     * @param incarnation rises with every start of the agent
     * @param capabilities what the agent can do beyond the protocol's version
     * @param sentAt by the agent's clock
     * @param bootId the kernel's {@code random/boot_id}; may be empty
     * @param labels what the operator calls the agent's machine
     */
    record Hello(
            int protocol,
            String version,
            HostId host,
            long incarnation,
            List<String> capabilities,
            Instant sentAt,
            String bootId,
            SortedMap<String, String> labels)
            implements FromAgent {
        public Hello {
            capabilities = List.copyOf(capabilities);
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }

        /** A Hello of a machine that has no labels. */
        public Hello(
                int protocol,
                String version,
                HostId host,
                long incarnation,
                List<String> capabilities,
                Instant sentAt,
                String bootId) {
            this(
                    protocol,
                    version,
                    host,
                    incarnation,
                    capabilities,
                    sentAt,
                    bootId,
                    new TreeMap<>());
        }
    }

    /**
     * Changes in order, all of one incarnation.
     *
     * @param through the sequence up to which this batch leads; not below that of the last change,
     *     and above it where a reader had to leave the last one out
     * @param changes with rising sequences; a gap is detail that the spool dropped
     */
    record Batch(long incarnation, long through, List<Numbered> changes) implements FromAgent {
        public Batch {
            changes = List.copyOf(changes);
        }

        /**
         * A batch of at least one change.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Batch of(long incarnation, List<Numbered> changes) {
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("expected at least one change, found none");
            }
            return new Batch(incarnation, changes.getLast().sequence(), changes);
        }

        /** Where the agent stands after this batch. */
        public Position position() {
            return new Position(incarnation, through);
        }
    }

    /**
     * A part of the agent's whole state as of a position; the parts of one digest follow each
     * other.
     *
     * @param part from 0
     * @param parts how many there are, at least 1
     * @param changes that lead, all parts together, from nothing to the state
     */
    record DigestPart(Position position, int part, int parts, List<Change> changes)
            implements FromAgent {
        public DigestPart {
            changes = List.copyOf(changes);
        }

        /** Whether the digest is whole with this part. */
        public boolean last() {
            return part == parts - 1;
        }
    }

    /**
     * A sign of life, with what the agent knows of itself.
     *
     * @param sentAt by the agent's clock
     * @param position of the last change that the agent made
     * @param dropped details dropped from the spool since the incarnation began
     * @param spooled changes that wait on the agent's disk
     * @param pollLateness the worst since the last heartbeat
     * @param rssBytes the agent's resident memory
     * @param cpu spent by the agent and its children since its start
     * @param looks the latest of each probe that looked since the last heartbeat
     * @param number rises with every heartbeat of a stream; 0 where no answer is wanted
     */
    record Heartbeat(
            Instant sentAt,
            Position position,
            long dropped,
            long spooled,
            Duration pollLateness,
            long rssBytes,
            Duration cpu,
            SortedMap<String, Look> looks,
            long number)
            implements FromAgent {
        public Heartbeat {
            looks = Collections.unmodifiableSortedMap(new TreeMap<>(looks));
        }

        /** A heartbeat that wants no answer. */
        public Heartbeat(
                Instant sentAt,
                Position position,
                long dropped,
                long spooled,
                Duration pollLateness,
                long rssBytes,
                Duration cpu,
                SortedMap<String, Look> looks) {
            this(sentAt, position, dropped, spooled, pollLateness, rssBytes, cpu, looks, 0);
        }
    }

    /** How devices answer, for those of which there is news. */
    record DeviceStatuses(List<DeviceStatus> devices) implements FromAgent {
        public DeviceStatuses {
            devices = List.copyOf(devices);
        }
    }

    /**
     * Changes of a device that this agent polls.
     *
     * @param batch its incarnation is the epoch of the duty
     */
    record DeviceBatch(HostId device, Batch batch) implements FromAgent {}
}
