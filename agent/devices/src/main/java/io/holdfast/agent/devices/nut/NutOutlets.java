package io.holdfast.agent.devices.nut;

import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;

/** The outlets among NUT's variables, {@code outlet.N.*}; one that is off is off, and no fault. */
record NutOutlets(NutVariables variables, UpsFacts facts) {

    private static final int MOST = 128;

    void tell() {
        for (int i = 1; i <= MOST; i++) {
            String prefix = "outlet." + i + ".";
            if (variables.any(prefix)) {
                tell(String.valueOf(i), prefix);
            }
        }
    }

    private void tell(String name, String prefix) {
        String status = variables.text(prefix + "status");
        facts.outlet(name, Health.OK, prefix + "status", status, label(prefix, status));
        facts.outletReading(
                name,
                "current",
                variables.number(prefix + "current"),
                Unit.AMPERE,
                new Limits(
                        variables.limit(prefix + "current.low.critical"),
                        variables.limit(prefix + "current.low.warning"),
                        variables.limit(prefix + "current.high.warning"),
                        variables.limit(prefix + "current.high.critical")));
        facts.outletReading(
                name, "power", variables.number(prefix + "realpower"), Unit.WATT, Limits.NONE);
        String current = variables.text(prefix + "current.status");
        if (current.startsWith("critical-high") || current.startsWith("warning-high")) {
            facts.outlet(
                    name,
                    Health.DEGRADED,
                    prefix + "current.status",
                    current,
                    "it carries more than it should");
        }
    }

    private String label(String prefix, String status) {
        String description = variables.text(prefix + "desc");
        String state = status.isEmpty() ? "listed" : "switched " + status;
        return description.isEmpty() ? state : state + ": " + description;
    }
}
