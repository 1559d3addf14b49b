package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.crawl.Found;
import io.holdfast.agent.devices.redfish.service.Complaint;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes groups of the redundancy sets of a chassis: {@code Redundancy[]} of Power and Thermal
 * (Redundancy schema), {@code PowerSupplyRedundancy[]} and {@code FanRedundancy[]}
 * (RedundantGroup).
 *
 * <p>Where a chassis names no set, its supplies or fans are one group of which one is assumed to be
 * spare.
 *
 * @param draft where the groups go
 * @param kind what the members are
 * @param name the group's name, such as {@code power}
 */
record SetGroups(Draft draft, Kind kind, String name) {

    /**
     * Makes the groups of one chassis.
     *
     * @param sets its redundancy sets
     * @param parts its supplies or fans
     */
    void write(List<Found> sets, List<PartNotes> parts) {
        boolean settled = false;
        for (int i = 0; i < sets.size(); i++) {
            String group = sets.size() == 1 ? name : name + ":" + title(sets.get(i), i);
            settled |= declared(group, sets.get(i).resource(), parts, sets.size() == 1);
        }
        // Sets whose links all lead nowhere are as good as none.
        if (!settled) {
            assumed(parts);
        }
    }

    private static String title(Found set, int index) {
        Json json = set.resource().json();
        return Labels.printable(
                json.at("Name").text().orElse(json.at("GroupName").text().orElse("" + index)));
    }

    private void assumed(List<PartNotes> parts) {
        TreeSet<ComponentId> members = new TreeSet<>();
        for (PartNotes part : parts) {
            // An empty bay is no loss, unless the BMC itself minds it.
            if (!part.gone() || minded(part)) {
                draft.id(part.resource().link()).ifPresent(members::add);
            }
        }
        add(name, members, Math.max(1, members.size() - 1), Optional.empty());
    }

    private static boolean minded(PartNotes part) {
        String health = part.json().at("Status", "Health").textOrEmpty();
        return health.equals("Warning") || health.equals("Critical");
    }

    /** Whether the set says how its parts stand to one another. */
    private boolean declared(String group, Resource set, List<PartNotes> parts, boolean only) {
        String state = set.json().at("Status", "State").textOrEmpty();
        if (state.equals("Disabled") || set.json().at("RedundancyEnabled").isFalse()) {
            draft.add(
                    new Unseen(
                            "redundancy of " + group,
                            new Silence(
                                    Silence.Cause.NOT_OFFERED,
                                    "the BMC says that this redundancy set is disabled: "
                                            + set.link(),
                                    "enable it on the BMC where these parts should cover one"
                                            + " another")));
            return true;
        }
        NavigableSet<ComponentId> members = members(set);
        if (members.isEmpty() && only) {
            // Some name a set and none of its members: it is about all there are.
            parts.stream()
                    .filter(part -> !part.gone())
                    .forEach(part -> draft.id(part.resource().link()).ifPresent(members::add));
        }
        boolean covers = !mode(set).equals("notredundant");
        int needed = covers ? needed(set, members.size()) : present(members);
        add(group, members, needed, published(set, covers, members.size() - needed));
        return !members.isEmpty();
    }

    private NavigableSet<ComponentId> members(Resource set) {
        TreeSet<ComponentId> members = new TreeSet<>();
        for (String property : List.of("RedundancyGroup", "RedundancySet")) {
            for (Link link : Link.all(set.json().at(property))) {
                draft.id(link).filter(id -> id.kind() == kind).ifPresent(members::add);
            }
        }
        return members;
    }

    private int present(NavigableSet<ComponentId> members) {
        long there =
                members.stream()
                        .flatMap(id -> draft.observation(id).stream())
                        .filter(seen -> !(seen instanceof Observation.Absent))
                        .count();
        return (int) Math.max(1, there);
    }

    private static String mode(Resource set) {
        return set.json()
                .at("RedundancyType")
                .text()
                .or(() -> set.json().at("Mode").text())
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * How many must work. The schema's least number is the one with which a set "still is fault
     * tolerant", and most BMCs mean by it how many carry the load: taken at its word where that
     * leaves a spare, as one less than all where it does not.
     */
    private static int needed(Resource set, int members) {
        long said =
                set.json()
                        .at("MinNeededInGroup")
                        .whole()
                        .orElse(set.json().at("MinNumNeeded").whole().orElse(0));
        boolean leavesSpare = said >= 1 && said < members;
        return leavesSpare ? (int) said : Math.max(1, members - 1);
    }

    private static Optional<Published> published(Resource set, boolean covers, int designSpares) {
        if (!covers) {
            return claim(set, "Mode", mode(set), Redundancy.NONE, "not redundant by its mode");
        }
        Json status = set.json().at("Status");
        String state = status.at("State").textOrEmpty();
        String health = status.at("Health").textOrEmpty();
        // A set that is offline is lost, however well its Health: the State is what counts.
        if (state.equals("UnavailableOffline") || state.equals("Absent")) {
            return claim(set, "Status.State", state, Redundancy.NONE, "redundancy is lost");
        }
        Redundancy lessThanFull = designSpares > 1 ? Redundancy.DEGRADED : Redundancy.NONE;
        return switch (health) {
            case "Critical" ->
                    claim(set, "Status.Health", health, Redundancy.NONE, "redundancy is lost");
            case "Warning" ->
                    claim(set, "Status.Health", health, lessThanFull, "not fully redundant");
            case "OK" ->
                    state.equals("Degraded")
                            ? claim(set, "Status.State", state, lessThanFull, "degraded")
                            : full(set, state, health);
            default -> Optional.empty();
        };
    }

    private static Optional<Published> full(Resource set, String state, String health) {
        // In any other state nobody knows what the Health is worth.
        return state.equals("Enabled") || state.isEmpty()
                ? claim(set, "Status.Health", health, Redundancy.FULL, "redundant")
                : Optional.empty();
    }

    private static Optional<Published> claim(
            Resource set, String property, String value, Redundancy claimed, String label) {
        String shown = Complaint.printable(value);
        return Optional.of(new Published(claimed, set.evidence(property, shown, label)));
    }

    private void add(
            String group,
            NavigableSet<ComponentId> members,
            int needed,
            Optional<Published> published) {
        if (!members.isEmpty() && members.size() <= RedundancyGroup.MOST_MEMBERS) {
            draft.add(
                    new RedundancyGroup(
                            new GroupId(draft.host(), group),
                            kind,
                            members,
                            needed,
                            Optional.empty(),
                            published));
        }
    }
}
