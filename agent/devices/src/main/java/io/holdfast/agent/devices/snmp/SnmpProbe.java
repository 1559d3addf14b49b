package io.holdfast.agent.devices.snmp;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.agent.devices.snmp.walk.Fetched;
import io.holdfast.agent.devices.snmp.walk.Fetcher;
import io.holdfast.agent.devices.snmp.walk.Instances;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.knowledge.DeviceKnowledge;
import io.holdfast.mibs.knowledge.Profiles;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.object.Variables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at one device by SNMP: asks what it is, finds the profiles that know it, fetches exactly
 * what they need, and evaluates.
 */
public final class SnmpProbe implements Probe {

    /** The name of this probe, and the source of its evidence. */
    public static final String NAME = "snmp";

    private static final Oid SYS_DESCR = Oid.parse("1.3.6.1.2.1.1.1.0");
    private static final Oid SYS_OBJECT_ID = Oid.parse("1.3.6.1.2.1.1.2.0");

    private final HostId host;
    private final Fetcher fetcher;
    private final Profiles profiles;
    private final AuthenticationGuard guard;
    private final Silences silences;
    private final InstantSource clock;

    SnmpProbe(
            HostId host,
            Fetcher fetcher,
            Profiles profiles,
            AuthenticationGuard guard,
            Silences silences,
            InstantSource clock) {
        this.host = host;
        this.fetcher = fetcher;
        this.profiles = profiles;
        this.guard = guard;
        this.silences = silences;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Survey look() throws InterruptedException {
        Optional<Trouble> closed = guard.closed();
        if (closed.isPresent()) {
            return blind(closed.get());
        }
        fetcher.begin();
        try {
            Instances identity = fetcher.get(List.of(SYS_DESCR, SYS_OBJECT_ID));
            if (identity.variables().all().isEmpty() && !identity.unanswered().isEmpty()) {
                Trouble trouble = identity.unanswered().firstEntry().getValue();
                guard.note(trouble);
                return blind(trouble);
            }
            return evaluate(identity.variables());
        } finally {
            fetcher.end();
        }
    }

    private Survey blind(Trouble trouble) {
        return Survey.blind(
                NAME,
                clock.instant(),
                new Unseen("everything of " + host.host(), silences.of(trouble)));
    }

    private Survey evaluate(Variables identity) throws InterruptedException {
        DeviceKnowledge knowledge = profiles.matching(objectId(identity), description(identity));
        TreeMap<Oid, Value> said = new TreeMap<>(identity.all());
        TreeMap<Oid, Trouble> unanswered = new TreeMap<>();
        Instances scalars = fetcher.get(knowledge.scalars());
        said.putAll(scalars.variables().all());
        unanswered.putAll(scalars.unanswered());
        Fetched fetched = fetcher.fetch(new TreeSet<>(knowledge.subtrees()));
        said.putAll(fetched.variables().all());
        unanswered.putAll(fetched.missing());
        fetched.ended().ifPresent(guard::note);
        Survey survey =
                knowledge.evaluate(
                        host, NAME, clock.instant(), new Variables(said), unanswered.keySet());
        return withReasons(survey, unanswered);
    }

    /** The profiles tell what is not known for want of an answer; here is why there was none. */
    private Survey withReasons(Survey survey, Map<Oid, Trouble> unanswered) {
        Map<Trouble, List<Oid>> reasons = new LinkedHashMap<>();
        unanswered.forEach(
                (name, trouble) ->
                        reasons.computeIfAbsent(trouble, any -> new ArrayList<>()).add(name));
        List<Unseen> unseen = new ArrayList<>(survey.unseen());
        reasons.forEach(
                (trouble, names) ->
                        unseen.add(
                                new Unseen(
                                        names.size() == 1
                                                ? "SNMP object " + names.getFirst()
                                                : names.size()
                                                        + " SNMP objects from "
                                                        + names.getFirst(),
                                        silences.of(trouble))));
        return new Survey(
                survey.probe(),
                survey.at(),
                survey.complete() && unanswered.isEmpty(),
                survey.components(),
                survey.observations(),
                survey.groups(),
                unseen);
    }

    /** Some firmwares, HPE's metered PDUs among them, send the identifier as a text. */
    private static Oid objectId(Variables identity) {
        Value value = identity.get(SYS_OBJECT_ID).orElse(Value.Missing.NULL);
        if (value instanceof Value.Name(Oid id)) {
            return id;
        }
        try {
            return Oid.parse(value.shown());
        } catch (IllegalArgumentException e) {
            return Oid.ROOT;
        }
    }

    private static String description(Variables identity) {
        return identity.get(SYS_DESCR).map(Value::shown).orElse("");
    }
}
