package io.holdfast.agent.devices.ups;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The survey of one UPS, or of several that one program reads, made from what they said. For one
 * thread.
 */
public final class UpsSurvey {

    /** What can carry the load. The bypass cannot, where the input it is fed from is out. */
    private static final Set<Part> SOURCES =
            EnumSet.of(Part.INPUT, Part.INPUT_1, Part.INPUT_2, Part.BATTERY);

    private final HostId host;
    private final Instant at;
    private final List<Component> components = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<RedundancyGroup> groups = new ArrayList<>();
    private final List<Unseen> unseen = new ArrayList<>();

    /** A survey with nothing in it yet. */
    public UpsSurvey(HostId host, Instant at) {
        this.host = host;
        this.at = at;
    }

    /** The survey of a device that stands for itself. */
    public static Survey of(
            String probe, HostId host, Instant at, boolean complete, UpsFacts facts) {
        return new UpsSurvey(host, at).add("", facts).survey(probe, complete);
    }

    /**
     * Adds a device with its parts, and the group of what carries its load, of which one must work.
     *
     * @param name what tells it from the others; empty where there are no others
     */
    public UpsSurvey add(String name, UpsFacts facts) {
        String prefix = name.isEmpty() ? "" : name + "/";
        SortedSet<ComponentId> sources = new TreeSet<>();
        ComponentId self =
                host.component(facts.device(), name.isEmpty() ? facts.device().word() : name);
        facts.present(Part.UPS);
        facts.parts()
                .forEach(
                        (part, known) -> {
                            boolean itself = part == Part.UPS;
                            ComponentId id =
                                    itself
                                            ? self
                                            : host.component(part.kind(), prefix + part.word());
                            add(id, itself ? Optional.empty() : Optional.of(self), known);
                            if (SOURCES.contains(part)) {
                                sources.add(id);
                            }
                        });
        facts.outlets()
                .forEach(
                        (outlet, known) ->
                                add(
                                        host.component(Kind.OUTLET, prefix + outlet),
                                        Optional.of(self),
                                        known));
        group(prefix + "power", self, sources);
        unseen.addAll(facts.unseen());
        return this;
    }

    /** Adds a device that said nothing of use. */
    public UpsSurvey add(Unseen device) {
        unseen.add(device);
        return this;
    }

    /**
     * What was added.
     *
     * @param complete whether a part that is not in it has gone
     */
    public Survey survey(String probe, boolean complete) {
        return new Survey(
                probe, at, complete && unseen.isEmpty(), components, observations, groups, unseen);
    }

    private void add(ComponentId id, Optional<ComponentId> parent, UpsFacts.PartFacts known) {
        components.add(new Component(id, parent, known.attributes()));
        observations.add(observation(id, known));
    }

    private Observation observation(ComponentId id, UpsFacts.PartFacts known) {
        if (known.gone().isPresent()) {
            return new Observation.Absent(id, at, known.gone().get());
        }
        if (known.silence().isPresent()) {
            return new Observation.Silent(id, at, known.silence().get());
        }
        return new Observation.Reported(id, at, known.health(), known.readings(), known.evidence());
    }

    private void group(String name, ComponentId self, SortedSet<ComponentId> sources) {
        if (sources.size() > 1) {
            groups.add(
                    new RedundancyGroup(
                            new GroupId(host, name),
                            Kind.FEED,
                            sources,
                            1,
                            Optional.of(self),
                            Optional.empty()));
        }
    }
}
