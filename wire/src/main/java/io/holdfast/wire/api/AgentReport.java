package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an agent is heard.
 *
 * @param state whether it is heard
 * @param version the agent's software; empty where it was never heard
 * @param lastHeard when its last message came, by the collector's clock
 * @param ageSeconds how long ago that was
 * @param clockOffsetMillis how far its clock is ahead of the collector's; below 0 where behind
 * @param revoked by whom its certificates were made to count no longer; missing where they count
 * @param doubled that two agents speak under this identity; missing where they do not
 */
public record AgentReport(
        State state,
        String version,
        Optional<Instant> lastHeard,
        OptionalLong ageSeconds,
        OptionalLong clockOffsetMillis,
        Optional<Revocation> revoked,
        Optional<Doubled> doubled) {

    /** Whether an agent is heard. */
    public enum State {
        CONNECTED,
        /** It was heard once and is not any more; says nothing of the host. */
        SILENT,
        /** It has a certificate and never came. */
        NEVER,
        /** Its certificates count no longer: it cannot come back by itself. */
        REVOKED,
        UNKNOWN
    }

    /**
     * That an agent's certificates count no longer.
     *
     * @param by who did it
     * @param at when
     */
    public record Revocation(String by, Instant at) {}

    /**
     * That two agents speak under one identity, as after a machine was cloned.
     *
     * @param at when one took over from the other last
     * @param speakers what tells them apart
     */
    public record Doubled(Instant at, List<String> speakers) {
        public Doubled {
            speakers = List.copyOf(speakers);
        }
    }
}
