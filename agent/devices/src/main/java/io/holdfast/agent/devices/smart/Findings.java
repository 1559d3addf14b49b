package io.holdfast.agent.devices.smart;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** What is found while an answer of a disk is read: numbers, and claims with their evidence. */
final class Findings {

    private record Claim(Health health, Evidence evidence) {}

    private final String source;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();

    /** Findings in the answer to this command line. */
    Findings(String source) {
        this.source = source;
    }

    void claim(Health health, String key, String value, String label) {
        claims.add(new Claim(health, new Evidence(source, key, value, label)));
    }

    /** Notes a number, and a claim that the disk is degraded where it is above its limit. */
    void countAbove(String name, String key, OptionalDouble value, double limit, String label) {
        if (value.isEmpty() || value.getAsDouble() < 0) {
            return;
        }
        readings.add(Reading.of(name, value.getAsDouble(), Unit.COUNT));
        if (value.getAsDouble() > limit) {
            claim(Health.DEGRADED, key, plain(value.getAsDouble()), label);
        }
    }

    void reading(String name, OptionalDouble value, Unit unit, Limits limits) {
        value.ifPresent(v -> readings.add(new Reading(name, v, unit, limits)));
    }

    boolean isEmpty() {
        return claims.isEmpty() && readings.isEmpty();
    }

    Health health() {
        return claims.stream().map(Claim::health).reduce(Health.OK, Health::worse);
    }

    /** The evidence of every claim, that of the worst first. */
    List<Evidence> evidence() {
        return claims.stream()
                .sorted(Comparator.comparing(Claim::health).reversed())
                .map(Claim::evidence)
                .toList();
    }

    List<Reading> readings() {
        return readings;
    }

    /** A number without a fraction that it does not have. */
    static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
