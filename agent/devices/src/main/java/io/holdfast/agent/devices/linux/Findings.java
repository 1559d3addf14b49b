package io.holdfast.agent.devices.linux;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one look found out about one component; it is as healthy as its worst finding. */
public final class Findings {

    /** More evidence than this helps nobody. */
    static final int MOST_EVIDENCE = 12;

    private final List<Finding> findings = new ArrayList<>();

    /** Adds what was found, and where. */
    public void add(Health health, Evidence evidence) {
        findings.add(new Finding(health, evidence));
    }

    /** Adds all that others found. */
    public void addAll(Findings others) {
        findings.addAll(others.findings);
    }

    /** The worst of what was found; ok where nothing was. */
    public Health health() {
        return findings.stream().map(Finding::health).reduce(Health.OK, Health::worse);
    }

    /** The evidence, what decided first. */
    public List<Evidence> evidence() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::health).reversed())
                .map(Finding::evidence)
                .limit(MOST_EVIDENCE)
                .toList();
    }

    /** This as the observation of a component. */
    public Observation reported(ComponentId component, Instant at, List<Reading> readings) {
        return new Observation.Reported(component, at, health(), readings, evidence());
    }

    private record Finding(Health health, Evidence evidence) {}
}
