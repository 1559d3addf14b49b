package io.holdfast.agent.devices.serial;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.line.Cover;
import io.holdfast.mibs.line.Meaning;
import io.holdfast.mibs.line.Measure;
import io.holdfast.mibs.line.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The survey of a device whose answers are explained by data, gathered while they are read. For one
 * thread.
 */
public final class DeviceDraft {

    /** More parts than this are a script's mistake or a hostile device. */
    public static final int MOST_PARTS = 1024;

    /** More evidence about one part helps nobody. */
    static final int MOST_EVIDENCE = 12;

    private static final int LONGEST_TEXT = 120;

    private record Claim(Health health, Evidence evidence) {}

    /** What is known of one part. */
    private static final class Facts {
        private final List<Claim> claims = new ArrayList<>();
        private final List<Reading> readings = new ArrayList<>();
        private final SortedMap<String, String> attributes = new TreeMap<>();
        private Optional<Evidence> gone = Optional.empty();
    }

    private final Part self;
    private final String source;
    private final Map<Part, Facts> parts = new LinkedHashMap<>();
    private final List<Unseen> unseen = new ArrayList<>();

    /**
     * @param self the part that is the device itself
     * @param source what evidence names, such as {@code /dev/ttyUSB0}
     */
    public DeviceDraft(Part self, String source) {
        this.self = self;
        this.source = source;
        parts.put(self, new Facts());
    }

    /** Notes what a part says it is. */
    public void attribute(Part part, String name, String value) {
        String text = printable(value);
        facts(part)
                .filter(known -> !text.isEmpty())
                .filter(known -> known.attributes.size() < Component.MOST_ATTRIBUTES)
                .ifPresent(known -> known.attributes.put(name, text));
    }

    /** Notes what a value means for a part. */
    public void meaning(Part part, Meaning meaning, String key, String value) {
        Evidence evidence = new Evidence(source, key, value, meaning.label());
        switch (meaning.verdict()) {
            case OK -> claim(part, Health.OK, evidence);
            case DEGRADED -> claim(part, Health.DEGRADED, evidence);
            case FAILED -> claim(part, Health.FAILED, evidence);
            case ABSENT -> facts(part).ifPresent(known -> known.gone = Optional.of(evidence));
            case IGNORE -> {}
        }
    }

    /** Notes a number of a part, and what its limits say of it. */
    public void measure(Part part, Measure measure, double raw, String key) {
        double value = measure.of(raw);
        Optional<Facts> facts = facts(part);
        if (facts.isEmpty() || !Double.isFinite(value)) {
            return;
        }
        if (facts.get().readings.size() < Observation.Reported.MOST_READINGS) {
            Limits limits = measure.limits();
            facts.get().readings.add(new Reading(measure.name(), value, measure.unit(), limits));
            Health health = limits.judge(value);
            if (health != Health.OK) {
                String label = measure.name() + " is beyond its limit";
                claim(part, health, new Evidence(source, key, Double.toString(value), label));
            }
        }
    }

    /** Notes that something could not be seen. */
    public void unseen(String target, Silence silence) {
        unseen.add(new Unseen(target, silence));
    }

    /** The survey of what was noted. */
    public Survey survey(Driver.Asked asked, Map<String, Cover> covers, boolean complete) {
        List<Component> components = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        ComponentId itself = id(self, asked.host());
        parts.forEach(
                (part, known) -> {
                    ComponentId id = id(part, asked.host());
                    Optional<ComponentId> parent =
                            part.equals(self) ? Optional.empty() : Optional.of(itself);
                    components.add(new Component(id, parent, known.attributes));
                    observations.add(observation(id, asked, known));
                });
        List<RedundancyGroup> groups = new ArrayList<>();
        covers.forEach((name, cover) -> group(name, cover, asked.host()).ifPresent(groups::add));
        return new Survey(
                asked.probe(),
                asked.at(),
                complete && unseen.isEmpty(),
                components,
                observations,
                groups,
                unseen);
    }

    private Observation observation(ComponentId id, Driver.Asked asked, Facts known) {
        if (known.gone.isPresent()) {
            return new Observation.Absent(id, asked.at(), known.gone.get());
        }
        Health health = known.claims.stream().map(Claim::health).reduce(Health.OK, Health::worse);
        List<Evidence> evidence =
                known.claims.stream()
                        .sorted(Comparator.comparing(Claim::health).reversed())
                        .map(Claim::evidence)
                        .limit(MOST_EVIDENCE)
                        .toList();
        return new Observation.Reported(id, asked.at(), health, known.readings, evidence);
    }

    /** Only of the parts that there are: a group may be written for the largest of a family. */
    private Optional<RedundancyGroup> group(String name, Cover cover, HostId host) {
        TreeSet<ComponentId> members = new TreeSet<>();
        cover.members().stream()
                .filter(parts::containsKey)
                .forEach(part -> members.add(id(part, host)));
        if (members.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RedundancyGroup(
                        new GroupId(host, name),
                        members.first().kind(),
                        members,
                        cover.needed(),
                        Optional.of(id(self, host)),
                        Optional.empty()));
    }

    private void claim(Part part, Health health, Evidence evidence) {
        facts(part).ifPresent(known -> known.claims.add(new Claim(health, evidence)));
    }

    private Optional<Facts> facts(Part part) {
        boolean room = parts.size() < MOST_PARTS || parts.containsKey(part);
        return room
                ? Optional.of(parts.computeIfAbsent(part, any -> new Facts()))
                : Optional.empty();
    }

    private static ComponentId id(Part part, HostId host) {
        return host.component(part.kind(), part.name());
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .limit(LONGEST_TEXT)
                .forEach(c -> out.append(c < ' ' || c == 0x7f || c > 0x24f ? ' ' : (char) c));
        return out.toString().strip();
    }
}
