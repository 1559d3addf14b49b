package io.holdfast.agent.daemon.bmc;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes one survey of what the kernel knows of this machine's BMC and of what the BMC says.
 *
 * <p>The machine itself is told of by another probe: what the BMC says of it as a whole, and of
 * itself, stands with the BMC.
 */
final class OwnSurvey {

    static final String WHAT = "sensors of the BMC";

    private OwnSurvey() {}

    /** Whether the BMC told anything. */
    static boolean saw(Survey told) {
        return told.complete() || !told.components().isEmpty();
    }

    /**
     * The survey.
     *
     * @param detected by the kernel: one component, the BMC
     * @param told by the BMC
     * @param known what it told of before
     */
    static Survey of(Survey detected, Survey told, Set<ComponentId> known) {
        Component bmc = detected.components().getFirst();
        if (!saw(told)) {
            Silence why = told.unseen().getFirst().silence();
            return quiet(detected, known, why);
        }
        Map<ComponentId, Component> components = new LinkedHashMap<>();
        NavigableMap<String, String> attributes = new TreeMap<>(bmc.attributes());
        for (Component component : told.components()) {
            if (isBmc(component.id())) {
                component.attributes().forEach(attributes::putIfAbsent);
            } else if (!isMachine(component.id())) {
                components.put(component.id(), component);
            }
        }
        List<Observation> observations = new ArrayList<>();
        observations.add(ofBmc(bmc.id(), told));
        told.observations().stream()
                .filter(o -> components.containsKey(o.component()))
                .forEach(observations::add);
        List<Component> all = new ArrayList<>();
        all.add(new Component(bmc.id(), bmc.parent(), attributes));
        all.addAll(components.values());
        return new Survey(
                detected.probe(),
                told.at(),
                told.complete(),
                all,
                observations,
                told.groups(),
                told.unseen());
    }

    /** The driver is gone, which says nothing of the hardware. */
    static Survey unreachable(Survey detected, Set<ComponentId> known) {
        return quiet(
                detected,
                known,
                new Silence(
                        Silence.Cause.NOT_OFFERED,
                        "the device file of the BMC is no longer there",
                        "modprobe ipmi_si ipmi_devintf"));
    }

    /** What was known has not failed because the BMC says nothing. */
    private static Survey quiet(Survey detected, Set<ComponentId> known, Silence why) {
        List<Observation> observations = new ArrayList<>();
        detected.observations().stream()
                .filter(o -> !known.contains(o.component()))
                .forEach(observations::add);
        Instant at = detected.at();
        known.forEach(id -> observations.add(new Observation.Silent(id, at, why)));
        return new Survey(
                detected.probe(),
                at,
                false,
                detected.components(),
                observations,
                List.of(),
                List.of(new Unseen(WHAT, why)));
    }

    private static Observation ofBmc(ComponentId id, Survey told) {
        Health worst = Health.OK;
        List<Reading> readings = new ArrayList<>();
        List<Evidence> decisive = new ArrayList<>();
        List<Evidence> rest = new ArrayList<>();
        Optional<Instant> at = Optional.empty();
        for (Observation observation : told.observations()) {
            boolean ours = isBmc(observation.component()) || isMachine(observation.component());
            if (ours && observation instanceof Observation.Reported reported) {
                boolean worse = reported.health().compareTo(worst) > 0;
                (worse ? decisive : rest).addAll(worse ? 0 : rest.size(), reported.evidence());
                worst = worse ? reported.health() : worst;
                readings.addAll(reported.readings());
                at = Optional.of(reported.at());
            }
        }
        decisive.addAll(rest);
        return new Observation.Reported(
                id,
                at.orElse(told.at()),
                worst,
                readings.stream().limit(Observation.Reported.MOST_READINGS).toList(),
                decisive);
    }

    private static boolean isBmc(ComponentId id) {
        return id.kind() == Kind.BMC;
    }

    private static boolean isMachine(ComponentId id) {
        return id.equals(id.host().self());
    }
}
