package io.holdfast.mibs.knowledge;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Variables;
import io.holdfast.mibs.profile.Profile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What is known of one device: all profiles that fit it.
 *
 * @param profiles those of a higher level first
 */
public record DeviceKnowledge(List<Profile> profiles) {

    public DeviceKnowledge {
        profiles =
                profiles.stream()
                        .sorted(
                                Comparator.comparing(Profile::level)
                                        .reversed()
                                        .thenComparing(Profile::name))
                        .toList();
    }

    /** The single instances to fetch by GET, in order. */
    public List<Oid> scalars() {
        return new Subtrees(profiles).scalars();
    }

    /** The subtrees to walk, in order, none within another. */
    public List<Oid> subtrees() {
        return new Subtrees(profiles).subtrees();
    }

    /**
     * What the device's answers mean.
     *
     * @param host what the device is called
     * @param source who was asked, such as {@code snmp}: the survey's probe, and in all evidence
     * @param at when the last answer came
     * @param said all that it said
     * @param unanswered those of {@link #scalars} and {@link #subtrees} that were not answered to
     *     their end; what rests on them is silent
     */
    public Survey evaluate(
            HostId host, String source, Instant at, Variables said, Set<Oid> unanswered) {
        return new Evaluation(host, source, at, new Answers(said, unanswered), this).survey();
    }

    /** How those parts of the device are switched off and on that can be. */
    public SortedMap<ComponentId, Control> controls(
            HostId host, String source, Instant at, Variables said) {
        return new Evaluation(host, source, at, new Answers(said, Set.of()), this).controls();
    }

    /** What each object says of the components, before it is taken together; for explanations. */
    public List<Claim> claims(HostId host, String source, Instant at, Variables said) {
        return new Evaluation(host, source, at, new Answers(said, Set.of()), this).claims();
    }
}
