package io.holdfast.agent.devices.linux.hwmon;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import java.util.OptionalDouble;

/** Says how hot is too hot. */
final class TemperatureJudge {

    /** A limit outside of these was never set: chips power up with any number in it. */
    private static final double LEAST_LIMIT_CELSIUS = 20;

    private static final double MOST_LIMIT_CELSIUS = 150;

    /** Beyond these nothing is connected. */
    private static final double COLDEST_CELSIUS = -55;

    private static final double HOTTEST_CELSIUS = 200;

    private TemperatureJudge() {}

    /** Whether a sensor can have measured this. */
    static boolean plausible(double celsius) {
        return celsius > COLDEST_CELSIUS && celsius < HOTTEST_CELSIUS;
    }

    /** The limits of the chip, those that were set. */
    static Limits limits(Sensor sensor) {
        OptionalDouble critical = set(sensor.thousandths("crit"));
        OptionalDouble emergency = set(sensor.thousandths("emergency"));
        return Limits.high(
                set(sensor.thousandths("max")), critical.isPresent() ? critical : emergency);
    }

    private static OptionalDouble set(OptionalDouble limit) {
        double value = limit.orElse(0);
        return value >= LEAST_LIMIT_CELSIUS && value <= MOST_LIMIT_CELSIUS
                ? limit
                : OptionalDouble.empty();
    }

    /** The judgement on a temperature; an alarm counts where the limit behind it was set. */
    static Findings judge(Sensor sensor, SysRead.Text input, double celsius, Limits limits) {
        Findings findings = new Findings();
        switch (limits.judge(celsius)) {
            case OK -> findings.add(Health.OK, input.evidence("within its limits"));
            case DEGRADED -> findings.add(Health.DEGRADED, input.evidence("above its limit"));
            case FAILED -> findings.add(Health.FAILED, input.evidence("above its critical limit"));
        }
        if (limits.highWarning().isPresent()) {
            sensor.raised("max_alarm")
                    .ifPresent(
                            alarm ->
                                    findings.add(
                                            Health.DEGRADED,
                                            alarm.evidence("the chip raises an alarm")));
        }
        if (limits.highCritical().isPresent()) {
            sensor.raised("crit_alarm")
                    .ifPresent(
                            alarm ->
                                    findings.add(
                                            Health.FAILED,
                                            alarm.evidence("the chip raises a critical alarm")));
        }
        return findings;
    }
}
