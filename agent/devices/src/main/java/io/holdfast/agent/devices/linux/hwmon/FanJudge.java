package io.holdfast.agent.devices.linux.hwmon;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.core.observation.Health;
import java.util.OptionalLong;

/** Says how a fan does. */
final class FanJudge {

    private FanJudge() {}

    /**
     * Whether there is reason to believe that a fan is connected: it turns, it turned before, or
     * somebody has set a speed that it must not fall below.
     */
    static boolean connected(Sensor fan, long rpm, boolean turnedBefore) {
        return rpm > 0
                || turnedBefore
                || fan.number("min").orElse(0) > 0
                || fan.raised("fault").isPresent();
    }

    /** The judgement on a fan that turns at this speed. */
    static Findings judge(Sensor fan, SysRead.Text input, long rpm) {
        Findings findings = new Findings();
        fan.raised("fault")
                .ifPresent(
                        fault ->
                                findings.add(
                                        Health.FAILED,
                                        fault.evidence("the chip says that the fan is broken")));
        OptionalLong least = fan.number("min");
        if (rpm <= 0) {
            findings.add(Health.FAILED, input.evidence("the fan stands still"));
        } else if (least.isPresent() && rpm < least.getAsLong()) {
            findings.add(
                    Health.DEGRADED,
                    input.evidence("slower than the minimum of " + least.getAsLong() + " rpm"));
        } else {
            findings.add(Health.OK, input.evidence("the fan turns"));
        }
        for (String file : new String[] {"alarm", "min_alarm"}) {
            fan.raised(file)
                    .ifPresent(
                            alarm ->
                                    findings.add(
                                            Health.DEGRADED,
                                            alarm.evidence("the chip raises an alarm")));
        }
        return findings;
    }
}
