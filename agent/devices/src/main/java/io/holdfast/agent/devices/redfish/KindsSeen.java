package io.holdfast.agent.devices.redfish;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Doubts a BMC that lists none of a kind of part that no machine runs without, and that it listed
 * before: after its own restart a BMC answers with empty lists for a while. Such a look proves
 * nothing of what it leaves out.
 *
 * <p>Mutable, for one thread.
 */
final class KindsSeen {

    private static final Set<Kind> INDISPENSABLE =
            EnumSet.of(Kind.PSU, Kind.FAN, Kind.CPU, Kind.DIMM);

    private final Map<String, Set<Kind>> before = new HashMap<>();

    /** The survey, or the same as an incomplete one where it cannot be whole. */
    Survey doubt(Survey survey) {
        Set<Kind> now =
                survey.components().stream()
                        .map(Component::id)
                        .map(ComponentId::kind)
                        .filter(INDISPENSABLE::contains)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        Set<Kind> known =
                before.computeIfAbsent(survey.probe(), probe -> EnumSet.noneOf(Kind.class));
        List<Unseen> unseen = new ArrayList<>(survey.unseen());
        boolean whole = true;
        for (Kind kind : known) {
            if (!now.contains(kind)) {
                whole = false;
                unseen.add(new Unseen("every " + kind.word(), vanished(kind)));
            }
        }
        known.addAll(now);
        return whole
                ? survey
                : new Survey(
                        survey.probe(),
                        survey.at(),
                        false,
                        survey.components(),
                        survey.observations(),
                        survey.groups(),
                        unseen);
    }

    private static Silence vanished(Kind kind) {
        return new Silence(
                Silence.Cause.NOT_UNDERSTOOD,
                "the BMC lists no " + kind.word() + " any more, and no machine runs without",
                "it may have just started: wait some minutes; restart the BMC if it stays so");
    }
}
