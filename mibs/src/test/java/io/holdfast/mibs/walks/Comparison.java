package io.holdfast.mibs.walks;

import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.knowledge.Claim;
import io.holdfast.mibs.knowledge.DeviceKnowledge;
import io.holdfast.mibs.knowledge.Profiles;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.walk.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One walk as we read it, held against the reference.
 *
 * @param profiles the profiles that fit the device
 * @param faults how many states the reference calls warning or critical
 * @param found those of them that we call degraded, failed or absent
 * @param missed the others
 * @param calm how many states the reference calls ok
 * @param accused those of them that we call a fault
 * @param supplies how many power supplies we list
 * @param fans how many fans
 */
record Comparison(
        String walk,
        List<String> profiles,
        int faults,
        List<Reference.Sensor> found,
        List<Reference.Sensor> missed,
        int calm,
        List<Reference.Sensor> accused,
        int supplies,
        int fans) {

    private static final HostId HOST = new HostId("recorded", "walks", "device");

    static Comparison of(String name, Profiles profiles, Walk walk, Reference reference) {
        DeviceKnowledge knowledge = profiles.matching(walk.sysObjectId(), walk.sysDescr());
        Survey survey = knowledge.evaluate(HOST, "snmp", Instant.EPOCH, walk.said(), Set.of());
        Set<String> blamed = new HashSet<>();
        for (Claim claim : knowledge.claims(HOST, "snmp", Instant.EPOCH, walk.said())) {
            if (claim.fault()) {
                blamed.add(claim.evidence().key());
            }
        }
        List<Reference.Sensor> found = new ArrayList<>();
        List<Reference.Sensor> missed = new ArrayList<>();
        List<Reference.Sensor> accused = new ArrayList<>();
        int calm = 0;
        for (Reference.Sensor sensor : reference.sensors()) {
            boolean ours = blamed.contains(sensor.oid());
            if (sensor.fault()) {
                (ours ? found : missed).add(sensor);
            } else if (sensor.state().equals("ok")) {
                calm++;
                if (ours) {
                    accused.add(sensor);
                }
            }
        }
        return new Comparison(
                name,
                knowledge.profiles().stream().map(Profile::name).toList(),
                found.size() + missed.size(),
                found,
                missed,
                calm,
                accused,
                count(survey, Kind.PSU),
                count(survey, Kind.FAN));
    }

    private static int count(Survey survey, Kind kind) {
        return (int) survey.components().stream().filter(c -> c.id().kind() == kind).count();
    }
}
