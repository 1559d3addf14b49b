package io.holdfast.collector.assessment;

import io.holdfast.collector.view.Revocation;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.inventory.Expected;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;

/** A host as it looks while its agent is not heard: nothing has failed, nothing is known. */
public final class SilentView {

    private static final String REMEDY =
            "look whether the host runs, its agent runs, and the network between lets it through";

    private SilentView() {}

    /**
     * The same expectation with silence in every place.
     *
     * @param since when the agent was last heard
     */
    public static Expected of(Expected expected, Instant since) {
        return of(
                expected,
                since,
                new Silence(
                        Silence.Cause.AGENT_SILENT,
                        "its agent was last heard at " + since.truncatedTo(ChronoUnit.SECONDS),
                        REMEDY));
    }

    /** The same expectation with silence in every place, because the agent is refused. */
    public static Expected of(Expected expected, Instant since, Revocation by) {
        return of(
                expected,
                since,
                new Silence(
                        Silence.Cause.NOT_PERMITTED,
                        "its agent was revoked by "
                                + by.by()
                                + " at "
                                + by.at().truncatedTo(ChronoUnit.SECONDS),
                        "enroll it anew with a token, or see: holdfast inventory retire --help"));
    }

    /**
     * The same expectation with this silence in every place.
     *
     * @param since when there was an answer last
     */
    public static Expected of(Expected expected, Instant since, Silence silence) {
        SortedMap<ComponentId, Observation> silent = new TreeMap<>();
        expected.observations()
                .keySet()
                .forEach(id -> silent.put(id, new Observation.Silent(id, since, silence)));
        return new Expected(silent, expected.groups(), expected.outside(), expected.differences());
    }
}
