package io.holdfast.agent.devices.linux.memory;

import io.holdfast.agent.devices.linux.CounterRates.Rate;
import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says how a module does by its errors.
 *
 * <p>One uncorrected error that we saw come is a failed module, for as long as we live: the next
 * one stops a program or the machine. One that lies before our first look is a warning, since the
 * module may have been replaced while the machine slept.
 */
final class ModuleJudge {

    private final MemoryLimits limits;

    ModuleJudge(MemoryLimits limits) {
        this.limits = limits;
    }

    /**
     * @param seenComing how many of its uncorrected errors came while we looked
     * @param rates how its counters grow, by file
     */
    Findings judge(MemoryModule module, long seenComing, Map<String, Rate> rates) {
        Findings findings = new Findings();
        long all = module.uncorrected().errors();
        if (all > 0) {
            String label =
                    seenComing > 0
                            ? seenComing + " uncorrected while watched"
                            : "uncorrected since the driver was loaded";
            findings.add(
                    seenComing > 0 ? Health.FAILED : Health.DEGRADED,
                    Evidence.ofFile(module.uncorrected().file(), String.valueOf(all), label));
        }
        Rate rate = rates.getOrDefault(module.corrected().file(), Rate.NONE);
        double grown = rate.within(limits.window());
        if (grown >= limits.corrected()) {
            findings.add(
                    Health.DEGRADED,
                    Evidence.ofFile(
                            module.corrected().file(),
                            "+" + Math.round(grown),
                            "corrected within "
                                    + limits.window().toHours()
                                    + " h, limit "
                                    + limits.corrected()));
        }
        return findings;
    }

    static List<Reading> readings(MemoryModule module, Map<String, Rate> rates) {
        List<Reading> readings = new ArrayList<>();
        Rate corrected = rates.get(module.corrected().file());
        if (corrected != null) {
            readings.add(Reading.of("corrected_errors", corrected.perHour(), Unit.PER_HOUR));
        }
        if (module.uncorrected().count().isPresent()) {
            double count = (double) module.uncorrected().errors();
            readings.add(Reading.of("uncorrected_errors", count, Unit.COUNT));
        }
        return readings;
    }
}
