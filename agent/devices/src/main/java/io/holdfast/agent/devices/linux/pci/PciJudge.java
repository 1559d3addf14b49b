package io.holdfast.agent.devices.linux.pci;

import io.holdfast.agent.devices.linux.CounterRates.Rate;
import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.pci.PciDevice.Severity;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says how a device does by its errors.
 *
 * <p>Errors that are not fatal and lie before the first look are not held against it: enumeration
 * at boot makes some. A fatal one is always told, since it took the link down.
 */
final class PciJudge {

    private final PciLimits limits;

    PciJudge(PciLimits limits) {
        this.limits = limits;
    }

    Findings judge(PciDevice device, Map<Severity, Rate> rates) {
        Findings findings = new Findings();
        device.errors()
                .forEach(
                        (severity, errors) -> {
                            Rate rate = rates.getOrDefault(severity, Rate.NONE);
                            double grown = rate.within(limits.window());
                            judge(findings, device, severity, errors, grown);
                        });
        device.width()
                .filter(width -> width.current() < width.most())
                .ifPresent(
                        width ->
                                findings.add(
                                        Health.DEGRADED,
                                        Evidence.ofFile(
                                                device.file("current_link_width"),
                                                "x" + width.current(),
                                                "both ends can x" + width.most())));
        return findings;
    }

    private void judge(
            Findings findings,
            PciDevice device,
            Severity severity,
            AerCounters errors,
            double grown) {
        Health health =
                switch (severity) {
                    case CORRECTABLE -> grown >= limits.correctable() ? Health.DEGRADED : Health.OK;
                    case NONFATAL -> grown > 0 ? Health.DEGRADED : Health.OK;
                    case FATAL -> {
                        Health sinceBoot = errors.total() > 0 ? Health.DEGRADED : Health.OK;
                        yield grown > 0 ? Health.FAILED : sinceBoot;
                    }
                };
        if (health == Health.OK) {
            return;
        }
        String when = grown > 0 ? " within " + limits.window().toMinutes() + " min" : " since boot";
        long count = grown > 0 ? Math.round(grown) : errors.total();
        findings.add(
                health,
                Evidence.ofFile(
                        device.file(severity.file()),
                        "+" + count + when,
                        "mostly " + errors.foremost()));
    }

    static List<Reading> readings(PciDevice device, Map<Severity, Rate> rates) {
        List<Reading> readings = new ArrayList<>();
        Rate correctable = rates.get(Severity.CORRECTABLE);
        if (correctable != null) {
            readings.add(Reading.of("correctable_errors", correctable.perHour(), Unit.PER_HOUR));
        }
        addTotal(readings, "nonfatal_errors", device.errors().get(Severity.NONFATAL));
        addTotal(readings, "fatal_errors", device.errors().get(Severity.FATAL));
        device.width()
                .ifPresent(
                        width ->
                                readings.add(
                                        Reading.of("link_width", width.current(), Unit.COUNT)));
        return readings;
    }

    private static void addTotal(
            List<Reading> readings, String name, @Nullable AerCounters errors) {
        if (errors != null) {
            readings.add(Reading.of(name, (double) errors.total(), Unit.COUNT));
        }
    }
}
