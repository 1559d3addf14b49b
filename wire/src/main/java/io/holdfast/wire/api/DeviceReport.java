package io.holdfast.wire.api;

import io.holdfast.core.redundancy.Redundancy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one look at one device found.
 *
 * @param target what was asked: {@code host[:port]}, a URL or a device file
 * @param at when the look ended
 * @param status the status of what was found; unknown where nothing was
 * @param identity what the device says it is
 * @param components its parts, and how each does
 * @param groups which of them cover one another
 * @param silent what could not be seen, and why
 */
public record DeviceReport(
        String target,
        Instant at,
        Status status,
        Identity identity,
        List<ComponentReport> components,
        List<Group> groups,
        List<SilentReport> silent) {

    public DeviceReport {
        components = List.copyOf(components);
        groups = List.copyOf(groups);
        silent = List.copyOf(silent);
    }

    /** Who made the device and which piece it is; empty where it does not say. */
    public record Identity(String vendor, String model, String serial, String firmware) {}

    /**
     * A redundancy group of the device.
     *
     * @param id {@code site/rack/host/group:name}
     * @param kind the kind of its members
     * @param members their ids
     * @param needed how many must work
     * @param redundancy the worse of what the members give and what the device claims
     * @param spares how many more members may fail; below 0 where too few work; missing where too
     *     little is known to say
     * @param published what the device claims; missing where it claims nothing
     */
    public record Group(
            String id,
            String kind,
            List<String> members,
            int needed,
            Redundancy redundancy,
            OptionalInt spares,
            Optional<Redundancy> published) {

        public Group {
            members = List.copyOf(members);
        }
    }
}
