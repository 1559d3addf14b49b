package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.chassis.ChassisStatus;
import io.holdfast.agent.devices.ipmi.chassis.DcmiPower;
import io.holdfast.agent.devices.ipmi.chassis.Makers;
import io.holdfast.agent.devices.ipmi.look.BmcLook;
import io.holdfast.agent.devices.ipmi.look.Seen;
import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a survey of a look. */
public final class ServerSurvey {

    /** Names in a sentence. */
    private static final int MOST_NAMES = 12;

    private final HostId host;
    private final BmcLook look;
    private final Memory memory;
    private final Telling telling;
    private final Parts parts;
    private final Presence presence;
    private final List<Component> components = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final Set<ComponentId> members = new LinkedHashSet<>();
    private final List<Unseen> unseen = new ArrayList<>();

    private ServerSurvey(HostId host, BmcLook look, Memory memory) {
        this.host = host;
        this.look = look;
        this.memory = memory;
        telling = new Telling(look.source(), look.off());
        parts = Parts.of(host, look);
        presence = new Presence(parts.parts());
    }

    /**
     * The survey.
     *
     * @param probe the probe's name
     * @param host what the server is called
     * @param memory what was seen of it before; what is seen now is added
     */
    public static Survey of(String probe, HostId host, BmcLook look, Memory memory) {
        return new ServerSurvey(host, look, memory).survey(probe);
    }

    private Survey survey(String probe) {
        server();
        bmc();
        parts.parts().forEach(this::part);
        List<RedundancyGroup> groups = groups();
        quiet();
        return new Survey(
                probe,
                look.at(),
                look.broken().isEmpty(),
                components,
                observations,
                groups,
                unseen);
    }

    private void server() {
        Part server = parts.server();
        for (Kind kind : List.of(Kind.PSU, Kind.FAN)) {
            // A claim about a group of which no member is seen.
            if (parts.of(kind).isEmpty()) {
                parts.redundancy(kind).forEach(server::sensor);
            }
        }
        String maker = Makers.name(look.id().maker());
        server.attribute("vendor", look.system().vendor());
        server.attribute("vendor", maker);
        server.attribute("model", look.system().model());
        server.attribute("serial", look.system().serial());
        server.attribute("part", look.system().part());
        server.attribute("firmware", look.id().firmware());
        server.sensors().forEach(sensor -> telling.tell(sensor, server));
        look.chassis().ifPresent(status -> chassis(status, server));
        look.power().filter(DcmiPower::active).ifPresent(power -> power(power, server));
        add(server, server.reported(look.at()));
    }

    private void chassis(ChassisStatus status, Part server) {
        fact(server, Health.OK, "power", status.powerOn() ? "on" : "off", "the server's power");
        fault(server, status.overload(), "overload", "a power overload shut the server down");
        fault(server, status.powerFault(), "power fault", "a fault in the main power subsystem");
        fault(server, status.controlFault(), "control fault", "power cannot be switched");
        fault(server, status.driveFault(), "drive fault", "a drive has failed");
        fault(server, status.coolingFault(), "cooling fault", "cooling or a fan has failed");
        fault(server, status.intrusion(), "intrusion", "the chassis is open");
    }

    private void fault(Part server, boolean is, String key, String label) {
        if (is) {
            fact(server, Health.DEGRADED, key, "yes", label);
        }
    }

    private void fact(Part part, Health health, String key, String value, String label) {
        part.finding(health, new Evidence(look.source(), "chassis status: " + key, value, label));
    }

    private static void power(DcmiPower power, Part server) {
        server.reading(Reading.of("dcmi power", power.watts(), Unit.WATT));
        server.reading(Reading.of("dcmi power average", power.average(), Unit.WATT));
    }

    private void bmc() {
        Part bmc = new Part(host.component(Kind.BMC, "bmc"), Optional.of(host.self()));
        bmc.attribute("vendor", Makers.name(look.id().maker()));
        bmc.attribute("model", Integer.toString(look.id().product()));
        bmc.attribute("firmware", look.id().firmware());
        bmc.attribute("ipmi", look.id().ipmi());
        bmc.finding(
                Health.OK,
                new Evidence(look.source(), "device id", look.id().firmware(), "the BMC answers"));
        if (look.cipherZero()) {
            bmc.finding(
                    Health.DEGRADED,
                    new Evidence(
                            look.source(),
                            "cipher suite 0",
                            "accepted",
                            "whoever knows a user's name can use the BMC without its password:"
                                    + " switch cipher suite 0 off"));
        }
        look.log()
                .ifPresent(
                        log -> {
                            bmc.reading(Reading.of("log_entries", log.entries(), Unit.COUNT));
                            bmc.reading(Reading.of("log_free", log.freeBytes(), Unit.BYTES));
                        });
        History history = new History(look);
        look.recent().reversed().forEach(entry -> bmc.finding(Health.OK, history.told(entry)));
        add(bmc, bmc.reported(look.at()));
    }

    private void part(Part part) {
        Optional<SensorLook> gone = presence.goneBy(part);
        boolean known = memory.knows(part.id());
        if (part.seen() && gone.isEmpty()) {
            part.sensors().forEach(sensor -> telling.tell(sensor, part));
            memory.note(part.id());
            add(part, part.reported(look.at()));
        } else if (part.lost().isPresent()) {
            Seen.Lost lost = part.lost().get();
            silent(part, Silences.of(new Answer.None(lost.why(), lost.detail())));
        } else if (part.kind() == Kind.PSU || known) {
            missing(part, gone);
        }
        // Anything else is a place that was never filled, or a sensor that never had a state.
    }

    /** A part that is expected and says that it is not there, or says nothing any more. */
    private void missing(Part part, Optional<SensorLook> gone) {
        if (part.sensors().isEmpty()) {
            // Only a record names it: a supply without any sensor of its own.
            silent(
                    part,
                    Silence.of(Silence.Cause.NOT_OFFERED, "the BMC has no sensor for this supply"));
            return;
        }
        if (gone.isEmpty() && look.off()) {
            silent(
                    part,
                    Silence.of(
                            Silence.Cause.NOT_OFFERED,
                            "no reading while the server is switched off"));
            return;
        }
        SensorLook by = gone.orElse(part.sensors().getFirst());
        add(part, new Observation.Absent(part.id(), look.at(), telling.evidence(by)));
    }

    private void silent(Part part, Silence silence) {
        add(part, new Observation.Silent(part.id(), look.at(), silence));
    }

    private void add(Part part, Observation observation) {
        components.add(part.component());
        observations.add(observation);
        members.add(part.id());
    }

    private List<RedundancyGroup> groups() {
        Groups groups = new Groups(host, telling);
        List<RedundancyGroup> all = new ArrayList<>();
        groups.group("power", Kind.PSU, listed(Kind.PSU), parts.redundancy(Kind.PSU))
                .ifPresent(all::add);
        groups.group("cooling", Kind.FAN, listed(Kind.FAN), parts.redundancy(Kind.FAN))
                .ifPresent(all::add);
        return all;
    }

    private List<ComponentId> listed(Kind kind) {
        return members.stream().filter(id -> id.kind() == kind).toList();
    }

    /** What the records promise and no look has shown. */
    private void quiet() {
        look.broken()
                .ifPresent(
                        none ->
                                unseen.add(
                                        new Unseen("the rest of the sensors", Silences.of(none))));
        note(
                "sensors that cannot be asked",
                Seen.NotAsked.class,
                "they only send events, or" + " another controller or software owns them");
        note(
                "sensors without a reading",
                Seen.NotAvailable.class,
                "the BMC does not scan them now");
        note("sensors that are not present", Seen.NotThere.class, "the BMC says so");
        note(
                "sensors that the BMC refuses to tell",
                Seen.Refused.class,
                "it answers with an error");
        if (look.unreadable() > 0) {
            unseen.add(
                    new Unseen(
                            look.unreadable() + " sensor data records",
                            Silence.of(
                                    Silence.Cause.NOT_UNDERSTOOD, "they break their own format")));
        }
    }

    private void note(String what, Class<? extends Seen> how, String why) {
        List<String> names =
                look.sensors().stream()
                        .filter(sensor -> how.isInstance(sensor.seen()))
                        .map(sensor -> sensor.sensor().name())
                        .toList();
        if (!names.isEmpty()) {
            String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
            String more = names.size() > MOST_NAMES ? ", ..." : "";
            unseen.add(
                    new Unseen(
                            names.size() + " " + what,
                            Silence.of(Silence.Cause.NOT_OFFERED, why + ": " + some + more)));
        }
    }
}
