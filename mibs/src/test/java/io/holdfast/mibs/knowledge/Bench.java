package io.holdfast.mibs.knowledge;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.ProfileText;
import io.holdfast.mibs.walk.Walk;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Evaluates small profiles over small walks, for tests. */
final class Bench {

    static final HostId HOST = new HostId("s", "r", "dev");
    static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private Bench() {}

    static Profile profile(String name, String yaml) {
        return switch (ProfileText.parse(name + ".yaml", yaml)) {
            case Loaded.Good<Profile>(Profile profile) -> profile;
            case Loaded.Bad<Profile> bad -> throw new AssertionError(bad.text());
        };
    }

    static Survey survey(List<Profile> profiles, String walk, String... unanswered) {
        Set<Oid> silent = Set.copyOf(Arrays.stream(unanswered).map(Oid::parse).toList());
        return new DeviceKnowledge(profiles)
                .evaluate(HOST, "snmp", AT, Walk.parse(walk).said(), silent);
    }

    static Observation observation(Survey survey, String local) {
        return survey.observations().stream()
                .filter(o -> o.component().local().equals(local))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no "
                                                + local
                                                + " in "
                                                + survey.components().stream()
                                                        .map(c -> c.id().local())
                                                        .toList()));
    }

    static List<String> locals(Survey survey) {
        return survey.components().stream().map(c -> c.id()).map(ComponentId::local).toList();
    }
}
