package io.holdfast.agent.devices.raid;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A judgement on one part while it is made. */
final class Verdict {

    private record Claim(Health health, Evidence evidence) {}

    private static final int MOST_READINGS = 16;

    private final String source;
    private final String name;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Map<String, String> identity = new TreeMap<>();

    Verdict(String source, String name) {
        this.source = source;
        this.name = name;
    }

    Verdict claim(Health health, String key, String value, String label) {
        claims.add(new Claim(health, new Evidence(source, name + " " + key, value, label)));
        return this;
    }

    /** Notes a count, and a claim that the part is degraded where it is not 0. */
    Verdict count(String reading, String key, OptionalDouble value, String label) {
        if (value.orElse(-1) >= 0 && readings.size() < MOST_READINGS) {
            readings.add(Reading.of(reading, value.getAsDouble(), Unit.COUNT));
            if (value.getAsDouble() > 0) {
                claim(Health.DEGRADED, key, Long.toString((long) value.getAsDouble()), label);
            }
        }
        return this;
    }

    Verdict temperature(OptionalDouble celsius) {
        if (celsius.orElse(0) > 0 && readings.size() < MOST_READINGS) {
            readings.add(
                    new Reading("temperature", celsius.getAsDouble(), Unit.CELSIUS, Limits.NONE));
        }
        return this;
    }

    Verdict identity(String key, String value) {
        if (!value.isBlank() && !value.equals("N/A") && !value.equals("NA")) {
            identity.putIfAbsent(key, value.strip());
        }
        return this;
    }

    Judged judged() {
        List<Evidence> evidence =
                claims.stream()
                        .sorted(Comparator.comparing(Claim::health).reversed())
                        .map(Claim::evidence)
                        .toList();
        Health health = claims.stream().map(Claim::health).reduce(Health.OK, Health::worse);
        return new Judged(name, new TreeMap<>(identity), health, evidence, readings);
    }
}
