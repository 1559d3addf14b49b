package io.holdfast.core.survey;

import io.holdfast.core.component.Component;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.time.Instant;
import java.util.List;

/**
 * Everything that one probe saw in one look.
 *
 * <p>A component that a complete survey lists no longer, and that an earlier one of the same probe
 * listed, has gone. An incomplete survey proves nothing of what it leaves out.
 *
 * @param probe the probe's name, such as {@code linux.net}
 * @param at when the look ended
 * @param complete whether everything that the probe can see is listed
 * @param components what is there
 * @param observations how it does; at most one for each component
 * @param groups which of them cover one another
 * @param unseen what could not be seen, and why
 */
public record Survey(
        String probe,
        Instant at,
        boolean complete,
        List<Component> components,
        List<Observation> observations,
        List<RedundancyGroup> groups,
        List<Unseen> unseen) {

    public Survey {
        components = List.copyOf(components);
        observations = List.copyOf(observations);
        groups = List.copyOf(groups);
        unseen = List.copyOf(unseen);
    }

    /** A look that saw nothing at all, for one reason. */
    public static Survey blind(String probe, Instant at, Unseen why) {
        return new Survey(probe, at, false, List.of(), List.of(), List.of(), List.of(why));
    }
}
