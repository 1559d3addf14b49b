package io.holdfast.collector.event;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that happened to a host and that history keeps. */
public sealed interface Event {

    /** The host that it happened to. */
    HostId host();

    /** When it happened, by the clock of whoever saw it. */
    Instant at();

    /**
     * A part stands otherwise than before.
     *
     * @param before how it stood; empty where it is seen for the first time
     * @param detail why it is silent, or empty
     * @param evidence what shows it, the decisive piece first
     */
    record ComponentChanged(
            ComponentId component,
            Instant at,
            Optional<Standing> before,
            Standing after,
            String detail,
            List<Evidence> evidence)
            implements Event {
        public ComponentChanged {
            evidence = List.copyOf(evidence);
        }

        @Override
        public HostId host() {
            return component.host();
        }
    }

    /**
     * A group has another redundancy or another number of spares.
     *
     * @param before empty where the group is new
     * @param after empty where the group is no longer
     */
    record RedundancyChanged(
            GroupId group,
            Instant at,
            Optional<GroupStanding> before,
            Optional<GroupStanding> after)
            implements Event {
        @Override
        public HostId host() {
            return group.host();
        }
    }

    /** An agent opened a stream. */
    record AgentConnected(HostId host, Instant at, String version, long incarnation)
            implements Event {}

    /** An agent has missed its heartbeats. Nothing is known of its host; nothing has failed. */
    record AgentSilent(HostId host, Instant at, Instant lastHeard) implements Event {}

    /** An agent that was silent is heard again. */
    record AgentHeard(HostId host, Instant at, Duration silentFor) implements Event {}

    /**
     * A device has not answered its poller for too long. It has not failed: nothing is known.
     *
     * @param lastAnswer empty where it never answered
     */
    record DeviceSilent(HostId host, Instant at, Optional<Instant> lastAnswer) implements Event {}

    /** A device that was silent answers again. */
    record DeviceHeard(HostId host, Instant at, Duration silentFor) implements Event {}

    /**
     * Another agent polls a device.
     *
     * @param from empty where nobody did
     * @param to empty where nobody does any more
     */
    record DeviceMoved(HostId host, Instant at, Optional<HostId> from, Optional<HostId> to)
            implements Event {}

    /** An agent dropped details while its collector was away; the latest state is whole. */
    record DetailDropped(HostId host, Instant at, long dropped) implements Event {}

    /** An agent's whole state was not ours, and ours was put right. */
    record StateRepaired(HostId host, Instant at, int differences) implements Event {}

    /** What is there is otherwise than accepted, in one more or one less point. */
    record InventoryDiffers(HostId host, Instant at, List<String> differences) implements Event {
        public InventoryDiffers {
            differences = List.copyOf(differences);
        }
    }

    /**
     * An inventory was accepted.
     *
     * @param by who did it
     * @param components how many parts are accepted now
     * @param alreadyBad the parts that were not well when they were accepted
     */
    record InventoryAccepted(
            HostId host, Instant at, String by, int components, List<ComponentId> alreadyBad)
            implements Event {
        public InventoryAccepted {
            alreadyBad = List.copyOf(alreadyBad);
        }
    }

    /**
     * An agent got a certificate.
     *
     * @param means the token's id, or {@code renewal}
     * @param again whether the host had one before
     */
    record AgentEnrolled(HostId host, Instant at, String means, boolean again) implements Event {}

    /** An agent's certificates count no longer. */
    record AgentRevoked(HostId host, Instant at, String by, String reason) implements Event {}

    /**
     * Two agents speak under one identity.
     *
     * @param speakers what tells them apart
     */
    record AgentDoubled(HostId host, Instant at, List<String> speakers) implements Event {
        public AgentDoubled {
            speakers = List.copyOf(speakers);
        }
    }

    /** A host is gone for good: it is in no report any more. */
    record HostRetired(HostId host, Instant at, String by, String reason) implements Event {}
}
