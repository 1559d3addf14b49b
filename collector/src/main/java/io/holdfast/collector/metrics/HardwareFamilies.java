package io.holdfast.collector.metrics;

import io.holdfast.collector.view.ComponentView;
import io.holdfast.collector.view.HostView;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Components under the names of OpenTelemetry's semantic conventions for hardware metrics, dots
 * become underscores and the unit becomes the end, as the conventions' mapping to Prometheus says.
 *
 * <p>{@code hw_status} has a sample for each state that a component might be in: 1 for the one that
 * it is in, 0 for all others, so that a state that has ended is seen to have. Readings for which
 * the conventions have no name are {@code holdfast_reading}.
 */
final class HardwareFamilies {

    private static final double BITS_PER_BYTE = 8;
    private static final double PER_CENT = 100;

    private HardwareFamilies() {}

    static List<HostFamily> all() {
        return List.of(
                new HostFamily(
                        Family.gauge(
                                "hw_status",
                                "1 for the state that the component is in, 0 for the others"),
                        HardwareFamilies::status),
                new HostFamily(
                        Family.gauge(
                                "holdfast_component_age_seconds",
                                "seconds",
                                "how long ago the component was last known to be as it is shown"),
                        HardwareFamilies::age),
                readings("hw_temperature_celsius", "celsius", Unit.CELSIUS, "temperature"),
                limits("hw_temperature_limit_celsius", "celsius", Unit.CELSIUS),
                readings("hw_fan_speed_rpm", "rpm", Unit.RPM, "speed of a fan"),
                limits("hw_fan_speed_limit_rpm", "rpm", Unit.RPM),
                readings("hw_voltage_volts", "volts", Unit.VOLT, "voltage"),
                readings("hw_power_watts", "watts", Unit.WATT, "power"),
                new HostFamily(
                        Family.gauge(
                                "hw_network_up", "1 while the network interface does its work"),
                        HardwareFamilies::networkUp),
                reading(
                        Family.gauge(
                                "hw_network_bandwidth_limit_bytes_per_second", "speed of the link"),
                        (kind, r) -> kind == Kind.NIC && r.unit() == Unit.BITS_PER_SECOND,
                        BITS_PER_BYTE),
                reading(
                        Family.gauge(
                                "hw_physical_disk_endurance_utilization_ratio",
                                "ratio",
                                "part of the disk's life that is used up"),
                        (kind, r) -> kind == Kind.DISK && r.name().equals("endurance_used"),
                        PER_CENT),
                new HostFamily(
                        Family.gauge("holdfast_reading", "any other reading, in its unit"),
                        HardwareFamilies::others));
    }

    private static void status(HostView host, Instant at, Samples to) throws IOException {
        for (ComponentView view : host.components()) {
            ComponentId id = view.component().id();
            String now = HardwareTypes.state(view.observation());
            for (String state : HardwareTypes.STATES) {
                to.sample(
                        state.equals(now) ? 1 : 0,
                        "hw_id",
                        id.toString(),
                        "hw_type",
                        HardwareTypes.type(id.kind()),
                        "hw_name",
                        id.name(),
                        "hw_parent",
                        view.component().parent().map(ComponentId::toString).orElse(""),
                        "hw_state",
                        state,
                        "host",
                        id.host().toString());
            }
        }
    }

    private static void age(HostView host, Instant now, Samples to) throws IOException {
        for (ComponentView view : host.components()) {
            Instant at = view.confirmedAt().orElse(view.observation().at());
            double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1e3);
            to.sample(seconds, "hw_id", view.component().id().toString());
        }
    }

    /** Of a silent interface nothing is said. */
    private static void networkUp(HostView host, Instant now, Samples to) throws IOException {
        for (ComponentView view : host.components()) {
            if (view.component().id().kind() == Kind.NIC
                    && view.observation() instanceof Observation.Reported reported) {
                to.sample(
                        reported.health().functional() ? 1 : 0,
                        "hw_id",
                        view.component().id().toString());
            }
        }
    }

    private static HostFamily readings(String name, String unit, Unit wanted, String help) {
        return reading(Family.gauge(name, unit, help), (kind, r) -> r.unit() == wanted, 1);
    }

    private static HostFamily reading(
            Family family, BiPredicate<Kind, Reading> wanted, double divisor) {
        return new HostFamily(
                family,
                (host, now, to) ->
                        each(
                                host,
                                (id, r) -> {
                                    if (wanted.test(id.kind(), r)) {
                                        to.sample(r.value() / divisor, labels(id, r));
                                    }
                                }));
    }

    private static HostFamily limits(String name, String unit, Unit wanted) {
        return new HostFamily(
                Family.gauge(name, unit, "limits that the device sets"),
                (host, now, to) ->
                        each(
                                host,
                                (id, r) -> {
                                    if (r.unit() == wanted) {
                                        limits(id, r, to);
                                    }
                                }));
    }

    private static void limits(ComponentId id, Reading reading, Samples to) throws IOException {
        Limits limits = reading.limits();
        limit(id, reading, "low.critical", limits.lowCritical(), to);
        limit(id, reading, "low.degraded", limits.lowWarning(), to);
        limit(id, reading, "high.degraded", limits.highWarning(), to);
        limit(id, reading, "high.critical", limits.highCritical(), to);
    }

    private static void limit(
            ComponentId id, Reading reading, String type, OptionalDouble limit, Samples to)
            throws IOException {
        if (limit.isPresent()) {
            to.sample(
                    limit.getAsDouble(),
                    "hw_id",
                    id.toString(),
                    "name",
                    reading.name(),
                    "hw_limit_type",
                    type);
        }
    }

    private static void others(HostView host, Instant now, Samples to) throws IOException {
        each(
                host,
                (id, r) -> {
                    if (!named(id.kind(), r)) {
                        to.sample(
                                r.value(),
                                "hw_id",
                                id.toString(),
                                "hw_type",
                                HardwareTypes.type(id.kind()),
                                "name",
                                r.name(),
                                "unit",
                                r.unit().word());
                    }
                });
    }

    private static boolean named(Kind kind, Reading reading) {
        return switch (reading.unit()) {
            case CELSIUS, RPM, VOLT, WATT -> true;
            case BITS_PER_SECOND -> kind == Kind.NIC;
            case PERCENT -> kind == Kind.DISK && reading.name().equals("endurance_used");
            case AMPERE,
                    HERTZ,
                    RATIO,
                    COUNT,
                    PER_SECOND,
                    PER_HOUR,
                    BYTES,
                    BYTES_PER_SECOND,
                    SECONDS,
                    HOURS ->
                    false;
        };
    }

    private static String[] labels(ComponentId id, Reading reading) {
        return new String[] {"hw_id", id.toString(), "name", reading.name()};
    }

    @FunctionalInterface
    private interface Each {
        void take(ComponentId id, Reading reading) throws IOException;
    }

    private static void each(HostView host, Each each) throws IOException {
        for (ComponentView view : host.components()) {
            if (view.observation() instanceof Observation.Reported reported) {
                // One sample twice would make a scraper refuse all of them.
                Set<String> names = new HashSet<>();
                for (Reading reading : reported.readings()) {
                    if (names.add(reading.name())) {
                        each.take(view.component().id(), reading);
                    }
                }
            }
        }
    }
}
