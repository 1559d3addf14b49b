package io.holdfast.mibs.knowledge;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found out about one component while it is put together. For one thread. */
final class Findings {

    /** More pieces of evidence that all is well help nobody. */
    static final int MOST_GOOD = 12;

    /** More bad ones than this are one fault told many times. */
    static final int MOST_BAD = 64;

    private final List<Finding> known = new ArrayList<>();
    private final List<Evidence> unknown = new ArrayList<>();
    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private Optional<Evidence> absent = Optional.empty();
    private Optional<Silence> unanswered = Optional.empty();

    private record Finding(Health health, Evidence evidence) {}

    void add(Health health, Evidence evidence) {
        known.add(new Finding(health, evidence));
    }

    /** The device says that it does not know. */
    void unknown(Evidence evidence) {
        unknown.add(evidence);
    }

    /** The device says that the part is not there. */
    void absent(Evidence evidence) {
        absent = absent.or(() -> Optional.of(evidence));
    }

    /** A question about its health was not answered. */
    void unanswered(Silence silence) {
        unanswered = unanswered.or(() -> Optional.of(silence));
    }

    void add(Reading reading) {
        if (readings.size() < Observation.Reported.MOST_READINGS) {
            readings.putIfAbsent(reading.name(), reading);
        }
    }

    /** Takes over what another profile found out about the same component. */
    void addAll(Findings others) {
        known.addAll(others.known);
        unknown.addAll(others.unknown);
        absent = absent.or(() -> others.absent);
        unanswered = unanswered.or(() -> others.unanswered);
        others.readings.values().forEach(this::add);
    }

    /** Whether anything of its health or its numbers is known. */
    boolean anything() {
        return !known.isEmpty() || !readings.isEmpty() || absent.isPresent();
    }

    /** How bad it is: 0 for all well or nothing known, 1 degraded, 2 failed, 3 absent. */
    int badness() {
        if (absent.isPresent()) {
            return 3;
        }
        return switch (health()) {
            case OK -> 0;
            case DEGRADED -> 1;
            case FAILED -> 2;
        };
    }

    Health health() {
        return known.stream().map(Finding::health).reduce(Health.OK, Health::worse);
    }

    /** Each finding by itself. */
    List<Claim> claims(ComponentId id) {
        List<Claim> claims = new ArrayList<>();
        known.forEach(f -> claims.add(new Claim(id, f.health() != Health.OK, f.evidence())));
        absent.ifPresent(evidence -> claims.add(new Claim(id, true, evidence)));
        return claims;
    }

    Observation of(ComponentId id, Instant at) {
        if (absent.isPresent()) {
            return new Observation.Absent(id, at, absent.get());
        }
        boolean failed = health() == Health.FAILED;
        if (unanswered.isPresent() && !failed) {
            return new Observation.Silent(id, at, unanswered.get());
        }
        if (known.isEmpty() && !unknown.isEmpty()) {
            Evidence first = unknown.getFirst();
            String detail = first.key() + " says " + first.value() + ": " + first.label();
            return new Observation.Silent(id, at, Silence.of(Silence.Cause.NOT_UNDERSTOOD, detail));
        }
        if (!anything()) {
            return new Observation.Silent(
                    id, at, Silence.of(Silence.Cause.NOT_OFFERED, "listed without any state"));
        }
        return new Observation.Reported(
                id, at, health(), List.copyOf(readings.values()), evidence());
    }

    private List<Evidence> evidence() {
        List<Finding> sorted = new ArrayList<>(known);
        sorted.sort(Comparator.comparing(Finding::health).reversed());
        List<Evidence> bad = pick(sorted, MOST_BAD, false);
        List<Evidence> good = pick(sorted, Math.max(0, MOST_GOOD - bad.size()), true);
        List<Evidence> all = new ArrayList<>(bad);
        all.addAll(good);
        return all;
    }

    private static List<Evidence> pick(List<Finding> sorted, int most, boolean good) {
        return sorted.stream()
                .filter(finding -> (finding.health() == Health.OK) == good)
                .map(Finding::evidence)
                .distinct()
                .limit(most)
                .toList();
    }
}
