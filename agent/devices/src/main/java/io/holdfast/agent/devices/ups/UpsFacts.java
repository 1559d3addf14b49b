package io.holdfast.agent.devices.ups;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.observation.Unseen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a UPS said of itself, gathered while its answers are decoded; {@link UpsSurvey} makes the
 * survey of it. A part is as healthy as the worst claim about it. For one thread.
 */
public final class UpsFacts {

    /** More evidence about one part helps nobody. */
    static final int MOST_EVIDENCE = 12;

    /** The longest attribute, in characters. */
    static final int LONGEST_ATTRIBUTE = 120;

    private record Claim(Health health, Evidence evidence) {}

    /** What is known of one part. */
    static final class PartFacts {
        private final List<Claim> claims = new ArrayList<>();
        private final List<Reading> readings = new ArrayList<>();
        private final SortedMap<String, String> attributes = new TreeMap<>();
        private Optional<Evidence> gone = Optional.empty();
        private Optional<Silence> silence = Optional.empty();

        SortedMap<String, String> attributes() {
            return attributes;
        }

        List<Reading> readings() {
            return readings;
        }

        Optional<Evidence> gone() {
            return gone;
        }

        Optional<Silence> silence() {
            return silence;
        }

        Health health() {
            return claims.stream().map(Claim::health).reduce(Health.OK, Health::worse);
        }

        List<Evidence> evidence() {
            return claims.stream()
                    .sorted(Comparator.comparing(Claim::health).reversed())
                    .map(Claim::evidence)
                    .limit(MOST_EVIDENCE)
                    .toList();
        }
    }

    /** More outlets than any strip has. */
    static final int MOST_OUTLETS = 128;

    private final String source;
    private final Map<String, PartFacts> outlets = new LinkedHashMap<>();
    private Kind device = Kind.UPS;
    private final Map<Part, PartFacts> parts = new EnumMap<>(Part.class);
    private final List<Unseen> unseen = new ArrayList<>();

    /**
     * @param source what was asked, such as {@code /dev/ttyUSB0}
     */
    public UpsFacts(String source) {
        this.source = source;
    }

    /** Notes what the device or a part says it is; empty and blank texts are left out. */
    public UpsFacts attribute(Part part, String name, String value) {
        String text = printable(value);
        Map<String, String> known = part(part).attributes;
        if (!text.isEmpty() && (known.size() < Component.MOST_ATTRIBUTES)) {
            known.put(name, text);
        }
        return this;
    }

    /** Notes a claim about a part, and the field that makes it. */
    public UpsFacts claim(Part part, Health health, String key, String value, String label) {
        part(part).claims.add(new Claim(health, new Evidence(source, key, value, label)));
        return this;
    }

    /** Notes that a part is not there. */
    public UpsFacts absent(Part part, String key, String value, String label) {
        part(part).gone = Optional.of(new Evidence(source, key, value, label));
        return this;
    }

    /** Notes that a part answers, but does not say how it is. */
    public UpsFacts silent(Part part, Silence silence) {
        part(part).silence = Optional.of(silence);
        return this;
    }

    /** Says that the device is no UPS but one of this kind, such as a PDU or a transfer switch. */
    public UpsFacts device(Kind kind) {
        device = kind;
        return this;
    }

    /** Notes a claim about an outlet, and the field that makes it. */
    public UpsFacts outlet(String name, Health health, String key, String value, String label) {
        outlet(name)
                .ifPresent(
                        known ->
                                known.claims.add(
                                        new Claim(
                                                health, new Evidence(source, key, value, label))));
        return this;
    }

    /** Notes a number of an outlet; nothing where there is none. */
    public UpsFacts outletReading(
            String name, String what, OptionalDouble value, Unit unit, Limits limits) {
        if (value.isPresent()) {
            outlet(name)
                    .ifPresent(
                            known ->
                                    add(
                                            known,
                                            new Reading(what, value.getAsDouble(), unit, limits)));
        }
        return this;
    }

    private Optional<PartFacts> outlet(String name) {
        String plain = printable(name);
        boolean room = outlets.size() < MOST_OUTLETS || outlets.containsKey(plain);
        return plain.isEmpty() || !room
                ? Optional.empty()
                : Optional.of(outlets.computeIfAbsent(plain, any -> new PartFacts()));
    }

    /** Notes that something could not be seen. */
    public UpsFacts unseen(String target, Silence silence) {
        unseen.add(new Unseen(target, silence));
        return this;
    }

    /** Notes a number of a part; nothing where there is none. */
    public UpsFacts reading(Part part, String name, OptionalDouble value, Unit unit) {
        return reading(part, name, value, unit, Limits.NONE);
    }

    /** Notes a number of a part with the device's own limits; nothing where there is none. */
    public UpsFacts reading(
            Part part, String name, OptionalDouble value, Unit unit, Limits limits) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            add(part(part), new Reading(name, value.getAsDouble(), unit, limits));
        }
        return this;
    }

    private static void add(PartFacts known, Reading reading) {
        if (known.readings.size() < Observation.Reported.MOST_READINGS) {
            known.readings.add(reading);
        }
    }

    /** Whether anything is known of a part. */
    public boolean knows(Part part) {
        return parts.containsKey(part);
    }

    /** The health of a part by what was claimed so far. */
    public Health health(Part part) {
        return part(part).health();
    }

    /** Makes a part known of which nothing else is. */
    public UpsFacts present(Part part) {
        part(part);
        return this;
    }

    Map<Part, PartFacts> parts() {
        return parts;
    }

    Map<String, PartFacts> outlets() {
        return outlets;
    }

    Kind device() {
        return device;
    }

    List<Unseen> unseen() {
        return unseen;
    }

    private PartFacts part(Part part) {
        return parts.computeIfAbsent(part, any -> new PartFacts());
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .limit(LONGEST_ATTRIBUTE)
                .forEach(c -> out.append(c < ' ' || c == 0x7f || c > 0x24f ? ' ' : (char) c));
        return out.toString().strip();
    }
}
