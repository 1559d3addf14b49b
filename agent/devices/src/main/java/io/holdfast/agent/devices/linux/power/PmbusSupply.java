package io.holdfast.agent.devices.linux.power;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.agent.devices.linux.hwmon.Chip;
import io.holdfast.agent.devices.linux.hwmon.Sensor;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A power supply that speaks PMBus (kernel: Documentation/hwmon/pmbus.rst). */
final class PmbusSupply {

    /** With less at its inlet no supply of a server works, be it fed with 48 V or with mains. */
    private static final double LEAST_INPUT_VOLT = 20;

    private static final List<String> ALARMS =
            List.of("alarm", "lcrit_alarm", "crit_alarm", "min_alarm", "max_alarm", "fault");

    /** What a kind of channel measures, and how many of the kernel's units make one of ours. */
    private record Quantity(Unit unit, double scale) {

        static Quantity of(String channel) {
            if (channel.startsWith("in")) {
                return new Quantity(Unit.VOLT, 1e3);
            }
            if (channel.startsWith("curr")) {
                return new Quantity(Unit.AMPERE, 1e3);
            }
            if (channel.startsWith("power")) {
                return new Quantity(Unit.WATT, 1e6);
            }
            return channel.startsWith("temp")
                    ? new Quantity(Unit.CELSIUS, 1e3)
                    : new Quantity(Unit.RPM, 1);
        }
    }

    private PmbusSupply() {}

    static Source read(Chip chip, HostId host, Instant at) {
        ComponentId id = host.component(Kind.PSU, chip.name());
        Findings findings = new Findings();
        List<Reading> readings = new ArrayList<>();
        for (Sensor sensor : chip.channels()) {
            measure(sensor, findings, readings);
            for (String alarm : ALARMS) {
                sensor.raised(alarm)
                        .ifPresent(
                                raised ->
                                        findings.add(
                                                Health.DEGRADED,
                                                raised.evidence(
                                                        sensor.label() + " raises an alarm")));
            }
        }
        Observation observation = findings.reported(id, at, readings);
        return new Source(Component.ofHost(id, Map.of("driver", chip.driver())), observation);
    }

    private static void measure(Sensor sensor, Findings findings, List<Reading> readings) {
        OptionalLong raw = sensor.number("input");
        if (raw.isEmpty() || readings.size() >= Observation.Reported.MOST_READINGS) {
            return;
        }
        Quantity quantity = Quantity.of(sensor.channel());
        double value = raw.getAsLong() / quantity.scale();
        readings.add(Reading.of(sensor.label(), value, quantity.unit()));
        if (sensor.label().equals("vin") && sensor.read("input") instanceof SysRead.Text input) {
            boolean fed = value >= LEAST_INPUT_VOLT;
            findings.add(
                    fed ? Health.OK : Health.FAILED,
                    input.evidence(fed ? "the supply is fed" : "no voltage at its inlet"));
        }
    }
}
