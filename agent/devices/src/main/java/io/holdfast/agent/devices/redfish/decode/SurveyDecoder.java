package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.redfish.crawl.Found;
import io.holdfast.agent.devices.redfish.crawl.Harvest;
import io.holdfast.agent.devices.redfish.crawl.Role;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a harvest. Total: whatever a BMC says, this says what it comes to. */
public final class SurveyDecoder {

    private final Harvest harvest;
    private final Scope scope;
    private final NameBook names;
    private final Draft draft;
    private final Set<Link> mainChassis = new HashSet<>();

    private SurveyDecoder(HostId host, Instant at, Harvest harvest, Scope scope, NameBook names) {
        this.harvest = harvest;
        this.scope = scope;
        this.names = names;
        draft = new Draft(host, at);
    }

    /**
     * The survey of a harvest.
     *
     * @param probe the name of the probe that it is of
     * @param host what the machine is called
     * @param at when the crawl ended
     * @param names what its parts were called before
     */
    public static Survey decode(
            String probe, HostId host, Instant at, Harvest harvest, Scope scope, NameBook names) {
        return new SurveyDecoder(host, at, harvest, scope, names).survey(probe, at);
    }

    private Survey survey(String probe, Instant at) {
        findMainChassis();
        List<PartNotes> parts = parts();
        name(parts);
        for (PartNotes part : parts) {
            place(part);
        }
        if (scope != Scope.INVENTORY) {
            device(parts);
            for (Found chassis : harvest.of(Role.CHASSIS)) {
                Link link = chassis.resource().link();
                sets(link, otherChassis(link), parts);
            }
            for (Found equipment : harvest.of(Role.POWER_DISTRIBUTION)) {
                sets(equipment.owner(), Labels.of(equipment.resource(), Kind.PDU), parts);
            }
            parts.stream()
                    .filter(part -> part.found().role() == Role.VOLUME)
                    .forEach(new VolumeGroups(draft)::write);
        }
        List<Unseen> unseen = new ArrayList<>(harvest.unseen());
        unseen.addAll(draft.unseen());
        return new Survey(
                probe,
                at,
                harvest.complete(),
                draft.components(),
                draft.observations(),
                draft.groups(),
                unseen);
    }

    /** The chassis that hold the systems; parts of others carry the name of theirs. */
    private void findMainChassis() {
        for (Found system : harvest.of(Role.SYSTEM)) {
            mainChassis.addAll(Link.all(system.resource().json().at("Links", "Chassis")));
        }
        List<Found> all = harvest.of(Role.CHASSIS);
        boolean known = all.stream().anyMatch(c -> mainChassis.contains(c.resource().link()));
        if (!known && !all.isEmpty()) {
            mainChassis.add(all.getFirst().resource().link());
        }
    }

    private List<PartNotes> parts() {
        Map<Link, List<Found>> controllers = new HashMap<>();
        for (Found controller : harvest.of(Role.CONTROLLER)) {
            controllers.computeIfAbsent(controller.owner(), k -> new ArrayList<>()).add(controller);
        }
        List<Found> ports = harvest.of(Role.PORT);
        Map<Link, PartNotes> supplies = new HashMap<>();
        List<PartNotes> parts = new ArrayList<>();
        for (Found found : harvest.found()) {
            if (found.role() == Role.STORAGE) {
                List<Found> its = controllers.getOrDefault(found.owner(), List.of());
                parts.add(StorageReader.withControllers(found, its));
            } else if (found.role() != Role.INTERFACE || NetworkReader.counts(found, ports)) {
                PartReader.read(found).ifPresent(parts::add);
            }
        }
        parts.forEach(part -> supplies.put(part.resource().link(), part));
        for (Found metrics : harvest.of(Role.SUPPLY_METRICS)) {
            PartNotes supply = supplies.get(metrics.owner());
            if (supply != null) {
                PartReader.metrics(supply, metrics.resource().json());
            }
        }
        return parts;
    }

    private void name(List<PartNotes> parts) {
        Map<Link, String> adapters = new HashMap<>();
        harvest.of(Role.ADAPTER)
                .forEach(
                        adapter ->
                                adapters.put(
                                        adapter.resource().link(),
                                        Labels.of(adapter.resource(), Kind.CONTROLLER)));
        List<NameBook.Wish> wishes = new ArrayList<>();
        for (PartNotes part : parts) {
            String label = Labels.of(part.resource(), part.kind());
            Link owner = part.found().owner();
            String prefix =
                    part.found().role() == Role.PORT
                            ? adapters.getOrDefault(owner, "")
                            : otherChassis(owner);
            String whole = prefix.isEmpty() ? label : prefix + "/" + label;
            String plain = Labels.printable(whole);
            wishes.add(new NameBook.Wish(part.kind(), part.resource().link(), plain));
        }
        names.enter(wishes);
    }

    private String otherChassis(Link owner) {
        return harvest.of(Role.CHASSIS).stream()
                .filter(chassis -> chassis.resource().link().equals(owner))
                .filter(chassis -> !mainChassis.contains(owner))
                .findFirst()
                .map(chassis -> Labels.of(chassis.resource(), Kind.HOST))
                .orElse("");
    }

    private void place(PartNotes part) {
        Link link = part.resource().link();
        ComponentId id = draft.host().component(part.kind(), names.name(part.kind(), link));
        ComponentId parent =
                draft.id(part.found().owner())
                        .filter(owner -> !owner.equals(id))
                        .orElse(draft.host().self());
        draft.add(link, part.component(id, parent), part.observation(id, draft.at()));
    }

    private void device(List<PartNotes> parts) {
        List<Found> systems = harvest.of(Role.SYSTEM);
        List<Found> chassis = new ArrayList<>(harvest.of(Role.CHASSIS));
        chassis.addAll(harvest.of(Role.POWER_DISTRIBUTION));
        DeviceNotes device = new DeviceNotes(draft, harvest);
        if (systems.size() == 1) {
            device.write(systems.getFirst(), parts);
            return;
        }
        // Several systems in one box: the box is the device, and they are parts of it.
        if (!chassis.isEmpty()) {
            device.write(chassis.getFirst(), parts);
        }
        for (Found system : systems) {
            PartNotes notes = new PartNotes(system, Kind.HOST);
            String label = Labels.of(system.resource(), Kind.HOST);
            Link link = system.resource().link();
            names.enter(List.of(new NameBook.Wish(Kind.HOST, link, label)));
            ComponentId id = draft.host().component(Kind.HOST, names.name(Kind.HOST, link));
            draft.add(
                    link,
                    notes.component(id, draft.host().self()),
                    notes.observation(id, draft.at()));
        }
    }

    private void sets(Link chassis, String other, List<PartNotes> parts) {
        String prefix = other.isEmpty() ? "" : other + "/";
        new SetGroups(draft, Kind.PSU, prefix + "power")
                .write(owned(Role.SUPPLY_SET, chassis), of(Kind.PSU, chassis, parts));
        new SetGroups(draft, Kind.FAN, prefix + "cooling")
                .write(owned(Role.FAN_SET, chassis), of(Kind.FAN, chassis, parts));
    }

    private List<Found> owned(Role role, Link chassis) {
        return harvest.of(role).stream().filter(found -> found.owner().equals(chassis)).toList();
    }

    private static List<PartNotes> of(Kind kind, Link chassis, List<PartNotes> parts) {
        return parts.stream()
                .filter(part -> part.kind() == kind && part.found().owner().equals(chassis))
                .toList();
    }
}
