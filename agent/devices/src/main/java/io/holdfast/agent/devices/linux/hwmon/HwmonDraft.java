package io.holdfast.agent.devices.linux.hwmon;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A survey of fans and temperatures while it is written. */
final class HwmonDraft {

    /** One temperature for all cores is enough where the chip has it. */
    private static final List<String> SUMS = List.of("Package id ", "Composite");

    private final HostId host;
    private final Instant at;
    private final Set<ComponentId> turned;
    private final Map<ComponentId, Component> components = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<RedundancyGroup> groups = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();
    private boolean complete = true;
    private boolean ownTemperature;

    HwmonDraft(HostId host, Instant at, Set<ComponentId> turned) {
        this.host = host;
        this.at = at;
        this.turned = turned;
    }

    void add(Chip chip) {
        List<Sensor> temperatures = chip.channels("temp");
        List<Sensor> sums =
                temperatures.stream()
                        .filter(sensor -> SUMS.stream().anyMatch(sensor.label()::startsWith))
                        .toList();
        (sums.isEmpty() ? temperatures : sums).forEach(sensor -> temperature(chip, sensor));
        ownTemperature |= !temperatures.isEmpty() && !chip.peripheral();
        fans(chip);
    }

    private void fans(Chip chip) {
        SortedSet<ComponentId> members = new TreeSet<>();
        List<String> silent = new ArrayList<>();
        for (Sensor fan : chip.channels("fan")) {
            ComponentId id = id(Kind.FAN, chip, fan);
            switch (fan.read("input")) {
                case SysRead.Text input -> {
                    long rpm = fan.number("input").orElse(0);
                    if (FanJudge.connected(fan, rpm, turned.contains(id))) {
                        fan(id, chip, fan, input, rpm);
                        members.add(id);
                    } else {
                        silent.add(fan.label());
                    }
                }
                case SysRead.Missing missing -> silent.add(fan.label());
                case SysRead.Denied denied -> keepSilent(id, chip, denied.silence());
                case SysRead.Failed failed -> keepSilent(id, chip, failed.silence());
            }
        }
        if (!silent.isEmpty()) {
            unseen.add(
                    new Unseen(
                            "fans " + String.join(", ", silent) + " of " + chip.name(),
                            Silence.of(
                                    Silence.Cause.NOT_OFFERED,
                                    "0 rpm, no minimum set, never seen turning: nothing is"
                                            + " connected, or it rests")));
        }
        cooling(chip, members);
    }

    private void fan(ComponentId id, Chip chip, Sensor fan, SysRead.Text input, long rpm) {
        if (rpm > 0) {
            turned.add(id);
        }
        OptionalLong least = fan.number("min");
        OptionalDouble low =
                least.orElse(0) > 0
                        ? OptionalDouble.of((double) least.getAsLong())
                        : OptionalDouble.empty();
        Limits limits =
                new Limits(
                        OptionalDouble.empty(),
                        low,
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        Reading speed = new Reading("speed", (double) Math.max(0, rpm), Unit.RPM, limits);
        report(id, chip, FanJudge.judge(fan, input, rpm), List.of(speed));
    }

    /**
     * The fans of one chip cover one another. No file says how many must turn: one less than there
     * are is assumed, as boards are built, and never more than that.
     */
    private void cooling(Chip chip, SortedSet<ComponentId> fans) {
        if (!fans.isEmpty()) {
            groups.add(
                    new RedundancyGroup(
                            new GroupId(host, "cooling:" + chip.name()),
                            Kind.FAN,
                            fans,
                            Math.max(1, fans.size() - 1),
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    private void temperature(Chip chip, Sensor sensor) {
        ComponentId id = id(Kind.TEMPERATURE, chip, sensor);
        switch (sensor.read("input")) {
            case SysRead.Text input -> {
                OptionalDouble celsius = sensor.thousandths("input");
                boolean believed =
                        celsius.isPresent()
                                && TemperatureJudge.plausible(celsius.getAsDouble())
                                && sensor.raised("fault").isEmpty();
                if (believed) {
                    Limits limits = TemperatureJudge.limits(sensor);
                    double value = celsius.getAsDouble();
                    report(
                            id,
                            chip,
                            TemperatureJudge.judge(sensor, input, value, limits),
                            List.of(new Reading("temperature", value, Unit.CELSIUS, limits)));
                } else {
                    keepSilent(
                            id,
                            chip,
                            Silence.of(
                                    Silence.Cause.NOT_UNDERSTOOD,
                                    input.path() + " says " + input.text() + ": no sensor there"));
                }
            }
            case SysRead.Missing missing -> complete = false;
            case SysRead.Denied denied -> keepSilent(id, chip, denied.silence());
            case SysRead.Failed failed -> keepSilent(id, chip, failed.silence());
        }
    }

    void addZone(ThermalZones.Zone zone) {
        ComponentId id = host.component(Kind.TEMPERATURE, printable(zone.name()));
        Findings findings = new Findings();
        Health health = zone.limits().judge(zone.celsius());
        findings.add(health, zone.input().evidence("against the kernel's own trip points"));
        ownTemperature = true;
        components.putIfAbsent(id, Component.ofHost(id, Map.of()));
        observations.add(
                findings.reported(
                        id,
                        at,
                        List.of(
                                new Reading(
                                        "temperature",
                                        zone.celsius(),
                                        Unit.CELSIUS,
                                        zone.limits()))));
    }

    void unseen(Unseen why) {
        unseen.add(why);
    }

    boolean hasFans() {
        return has(Kind.FAN);
    }

    /** Whether the machine's own temperature is known, not only that of disks and cards. */
    boolean hasTemperatures() {
        return ownTemperature;
    }

    private boolean has(Kind kind) {
        return components.keySet().stream().anyMatch(id -> id.kind() == kind);
    }

    Survey survey() {
        return new Survey(
                HwmonProbe.NAME,
                at,
                complete,
                List.copyOf(components.values()),
                observations,
                groups,
                unseen);
    }

    private void report(ComponentId id, Chip chip, Findings findings, List<Reading> readings) {
        if (components.putIfAbsent(id, component(id, chip)) == null) {
            observations.add(findings.reported(id, at, readings));
        }
    }

    private void keepSilent(ComponentId id, Chip chip, Silence silence) {
        if (components.putIfAbsent(id, component(id, chip)) == null) {
            observations.add(new Observation.Silent(id, at, silence));
        }
    }

    private static Component component(ComponentId id, Chip chip) {
        return Component.ofHost(id, Map.of("driver", chip.driver()));
    }

    private ComponentId id(Kind kind, Chip chip, Sensor sensor) {
        return host.component(kind, printable(chip.name() + "/" + sensor.label()));
    }

    private static String printable(String name) {
        StringBuilder out = new StringBuilder();
        name.chars()
                .limit(200)
                .forEach(c -> out.append(Character.isISOControl(c) ? '?' : (char) c));
        return out.toString();
    }
}
