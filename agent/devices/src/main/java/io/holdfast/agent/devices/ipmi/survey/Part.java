package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.look.Seen;
import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A component in the making: the sensors that tell of it, and what follows from them. */
final class Part {

    /** A system board with all of its power-good signals has so many; more help nobody. */
    static final int MOST_EVIDENCE = 256;

    private record Finding(Health health, Evidence evidence) {}

    private final ComponentId id;
    private final Optional<ComponentId> parent;
    private final TreeMap<String, String> attributes = new TreeMap<>();
    private final List<SensorLook> sensors = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Set<String> readingNames = new HashSet<>();

    Part(ComponentId id, Optional<ComponentId> parent) {
        this.id = id;
        this.parent = parent;
    }

    ComponentId id() {
        return id;
    }

    Kind kind() {
        return id.kind();
    }

    List<SensorLook> sensors() {
        return sensors;
    }

    void attribute(String key, String value) {
        if (!value.isEmpty()) {
            attributes.putIfAbsent(key, value);
        }
    }

    void sensor(SensorLook look) {
        sensors.add(look);
    }

    void finding(Health health, Evidence evidence) {
        findings.add(new Finding(health, evidence));
    }

    void reading(Reading reading) {
        if (readings.size() < Observation.Reported.MOST_READINGS
                && readingNames.add(reading.name())) {
            readings.add(reading);
        }
    }

    boolean hasReading(String name) {
        return readingNames.contains(name);
    }

    /** Whether any sensor of it has a present state. */
    boolean seen() {
        return sensors.stream().anyMatch(look -> look.seen() instanceof Seen.Present);
    }

    /** Why nothing is known of it, where a sensor went unanswered. */
    Optional<Seen.Lost> lost() {
        return sensors.stream()
                .map(SensorLook::seen)
                .filter(Seen.Lost.class::isInstance)
                .map(Seen.Lost.class::cast)
                .findFirst();
    }

    Component component() {
        return new Component(id, parent, attributes);
    }

    Observation reported(Instant at) {
        Health health = findings.stream().map(Finding::health).reduce(Health.OK, Health::worse);
        List<Evidence> evidence =
                findings.stream()
                        .sorted(Comparator.comparing(Finding::health).reversed())
                        .map(Finding::evidence)
                        .limit(MOST_EVIDENCE)
                        .toList();
        return new Observation.Reported(id, at, health, readings, evidence);
    }
}
