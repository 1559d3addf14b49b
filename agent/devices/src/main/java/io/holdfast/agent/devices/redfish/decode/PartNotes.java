package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.crawl.Found;
import io.holdfast.agent.devices.redfish.service.Complaint;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is noted of one part while its resources are read. */
final class PartNotes {

    /** More evidence than this helps nobody. */
    private static final int MOST_EVIDENCE = 12;

    private record Finding(Health health, Evidence evidence) {}

    private final Found found;
    private final Kind kind;
    private final Said said;
    private final SortedMap<String, String> attributes = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();

    PartNotes(Found found, Kind kind) {
        this(found, kind, StatusJudge.judge(found.resource(), kind));
    }

    PartNotes(Found found, Kind kind, Said said) {
        this.found = found;
        this.kind = kind;
        this.said = said;
        if (said instanceof Said.Does(Health health, Evidence evidence)) {
            findings.add(new Finding(health, evidence));
        }
        attribute("vendor", "Manufacturer");
        attribute("model", "Model");
        attribute("serial", "SerialNumber");
        attribute("firmware", "FirmwareVersion");
        attribute("part-number", "PartNumber");
    }

    Found found() {
        return found;
    }

    Kind kind() {
        return kind;
    }

    Resource resource() {
        return found.resource();
    }

    Json json() {
        return found.resource().json();
    }

    boolean gone() {
        return said instanceof Said.Gone;
    }

    /** Notes a fact that stays the same while it is the same piece, where the resource tells it. */
    void attribute(String name, String... way) {
        json().at(way)
                .text()
                .map(text -> Complaint.printable(text).strip())
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> attributes.putIfAbsent(name, text));
    }

    /** Notes a fact. */
    void attribute(String name, Optional<String> text) {
        text.ifPresent(known -> attributes.putIfAbsent(name, Complaint.printable(known)));
    }

    /** Notes what a property says of the part's health. */
    void finding(Health health, String property, String value, String label) {
        finding(health, resource().evidence(property, value, label));
    }

    void finding(Health health, Evidence evidence) {
        findings.add(new Finding(health, evidence));
    }

    /** Notes a number, where there is one. */
    void reading(String name, Json value, Unit unit) {
        reading(name, value.number(), unit, Limits.NONE);
    }

    void reading(String name, OptionalDouble value, Unit unit, Limits limits) {
        boolean first = readings.stream().noneMatch(reading -> reading.name().equals(name));
        if (first && value.isPresent() && readings.size() < Observation.Reported.MOST_READINGS) {
            readings.add(new Reading(name, value.getAsDouble(), unit, limits));
        }
    }

    /**
     * Lets a reading against the device's own limits speak for a part that is switched on and says
     * nothing of its health.
     */
    void judgeByLimits(String property, OptionalDouble value, Limits limits) {
        if (!(said instanceof Said.Open) || value.isEmpty() || limits.isEmpty()) {
            return;
        }
        Health health = limits.judge(value.getAsDouble());
        String text = Double.toString(value.getAsDouble());
        String label = health == Health.OK ? "within its limits" : "beyond the BMC's own limit";
        // A sensor beyond its limit measures well; what it measures is not.
        finding(health.functional() ? health : Health.DEGRADED, property, text, label);
    }

    /** The worst of what was noted. */
    Health health() {
        return findings.stream().map(Finding::health).reduce(Health.OK, Health::worse);
    }

    Component component(ComponentId id, ComponentId parent) {
        return new Component(id, Optional.of(parent), attributes);
    }

    SortedMap<String, String> attributes() {
        return attributes;
    }

    List<Reading> readings() {
        return readings;
    }

    Observation observation(ComponentId id, Instant at) {
        return switch (said) {
            case Said.Gone(Evidence evidence) -> new Observation.Absent(id, at, evidence);
            case Said.Does does -> reported(id, at);
            case Said.Open(var silence) ->
                    findings.isEmpty() ? new Observation.Silent(id, at, silence) : reported(id, at);
            case Said.Mute(var silence) ->
                    health() == Health.OK
                            ? new Observation.Silent(id, at, silence)
                            : reported(id, at);
        };
    }

    private Observation reported(ComponentId id, Instant at) {
        return new Observation.Reported(id, at, health(), readings, evidence());
    }

    /** The evidence, what decided first. */
    List<Evidence> evidence() {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::health).reversed())
                .map(Finding::evidence)
                .limit(MOST_EVIDENCE)
                .toList();
    }
}
