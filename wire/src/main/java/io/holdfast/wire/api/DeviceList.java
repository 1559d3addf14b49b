package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The devices that agents poll.
 *
 * @param at when this was so
 * @param status ok while all answer; unknown where one is silent; warning where one could have a
 *     stand-in and has none
 * @param devices ordered by id
 */
public record DeviceList(Instant at, Status status, List<Device> devices) {

    public DeviceList {
        devices = List.copyOf(devices);
    }

    /**
     * One device.
     *
     * @param id {@code site/rack/name}
     * @param kind what it is, such as {@code switch}
     * @param protocol what it speaks, such as {@code snmp}
     * @param place where it is asked
     * @param state whether it answers
     * @param everySeconds from the start of one look to the start of the next
     * @param poller the agent that polls it; empty where none reaches it
     * @param standIn the agent that takes over; empty where no other reaches it
     * @param answeredAt when it answered its poller last, by the collector's clock
     * @param ageSeconds how long ago that was
     * @param latenessMillis by how much its last look began too late
     * @param error why it does not answer, in plain words; empty where it does
     * @param agents all that may ask it, ordered by their hosts
     */
    public record Device(
            String id,
            String kind,
            String protocol,
            String place,
            State state,
            long everySeconds,
            Optional<String> poller,
            Optional<String> standIn,
            Optional<Instant> answeredAt,
            OptionalLong ageSeconds,
            long latenessMillis,
            Optional<SilenceReport> error,
            List<Reach> agents) {

        public Device {
            agents = List.copyOf(agents);
        }
    }

    /** Whether a device answers. */
    public enum State {
        ANSWERS,
        /** It did not answer its poller for too long; says nothing of its parts. */
        SILENT,
        /** It has not answered since the collector started. */
        NEVER,
        UNKNOWN
    }

    /**
     * How a device answers one agent.
     *
     * @param agent the agent's host
     * @param heard whether the agent itself is heard
     * @param answeredAt when the device answered it last
     * @param ageSeconds how long ago that was
     * @param failures on end since then
     * @param error of the last try, where that failed
     */
    public record Reach(
            String agent,
            boolean heard,
            Optional<Instant> answeredAt,
            OptionalLong ageSeconds,
            long failures,
            Optional<SilenceReport> error) {}
}
