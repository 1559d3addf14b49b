package io.holdfast.collector.metrics;

import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import java.util.List;

/** The words of OpenTelemetry's semantic conventions for hardware metrics. */
final class HardwareTypes {

    /** Every {@code hw.state} that we know; absent and unknown are ours. */
    static final List<String> STATES = List.of("ok", "degraded", "failed", "absent", "unknown");

    private HardwareTypes() {}

    /** The {@code hw.type} of a kind; our own word where the conventions have none. */
    static String type(Kind kind) {
        return switch (kind) {
            case PSU -> "power_supply";
            case NIC -> "network";
            case DISK -> "physical_disk";
            case ARRAY -> "logical_disk";
            case CONTROLLER -> "disk_controller";
            case DIMM -> "memory";
            case HOST -> "enclosure";
            case FAN,
                    TEMPERATURE,
                    CPU,
                    BATTERY,
                    BOND,
                    SLOT,
                    OPTIC,
                    BMC,
                    SWITCH,
                    PORT,
                    LAG,
                    PDU,
                    OUTLET,
                    BREAKER,
                    FEED,
                    UPS,
                    ATS,
                    SERVICE,
                    VIP,
                    EXTERNAL ->
                    kind.word();
        };
    }

    /** The {@code hw.state} of an observation, one of {@link #STATES}. */
    static String state(Observation observation) {
        return switch (observation) {
            case Observation.Reported reported -> state(reported.health());
            case Observation.Absent absent -> "absent";
            case Observation.Silent silent -> "unknown";
        };
    }

    private static String state(Health health) {
        return switch (health) {
            case OK -> "ok";
            case DEGRADED -> "degraded";
            case FAILED -> "failed";
        };
    }
}
