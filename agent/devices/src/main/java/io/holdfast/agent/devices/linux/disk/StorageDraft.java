package io.holdfast.agent.devices.linux.disk;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A survey of storage while it is written.
 *
 * <p>A disk has one observation, but many speak of it: the kernel, its SMART log, each array that
 * it is in, a RAID controller. They add their claims here, and the worst decides. One look, one
 * thread.
 */
public final class StorageDraft {

    private static final int LONGEST_NAME = 200;

    private final HostId host;
    private final Instant at;
    private final BlockDevices blocks;
    private final Map<ComponentId, Component> components = new LinkedHashMap<>();
    private final Map<ComponentId, Observation> observations = new LinkedHashMap<>();
    private final Map<GroupId, RedundancyGroup> groups = new LinkedHashMap<>();
    private final List<Unseen> unseen = new ArrayList<>();
    private final Map<String, Findings> claims = new HashMap<>();
    private final Map<String, List<Reading>> readings = new HashMap<>();
    private final Map<String, Map<String, String>> identities = new HashMap<>();
    private final Set<String> covered = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();

    public StorageDraft(HostId host, Instant at, BlockDevices blocks) {
        this.host = host;
        this.at = at;
        this.blocks = blocks;
    }

    /** When the look was. */
    public Instant at() {
        return at;
    }

    /** The devices that the kernel lists. */
    public BlockDevices blocks() {
        return blocks;
    }

    /** The component of this name, made printable where a device chose it badly. */
    public ComponentId id(Kind kind, String name) {
        return host.component(kind, printable(name));
    }

    /** Says something of a disk; the worst that is said decides. */
    public void claim(String disk, Health health, Evidence evidence) {
        claims.computeIfAbsent(disk, d -> new Findings()).add(health, evidence);
    }

    /** Adds what a disk says of itself. */
    public void measure(String disk, Map<String, String> identity, List<Reading> numbers) {
        identities.computeIfAbsent(disk, d -> new HashMap<>()).putAll(identity);
        readings.computeIfAbsent(disk, d -> new ArrayList<>()).addAll(numbers);
    }

    /** Marks a disk as one that others cover: it is no lone disk. */
    public void cover(String disk) {
        covered.add(disk);
    }

    /** Leaves a disk out: another name stands for it, such as that of a RAID volume. */
    public void hide(String disk) {
        hidden.add(disk);
    }

    boolean isHidden(String disk) {
        return hidden.contains(disk);
    }

    /** Whether a disk is in a set of any kind. */
    boolean isCovered(String disk) {
        return covered.contains(disk);
    }

    /** The claims on a disk so far. */
    public Findings claimsOn(String disk) {
        return claims.getOrDefault(disk, new Findings());
    }

    /** The numbers that a disk has told so far. */
    public List<Reading> readingsOf(String disk) {
        return readings.getOrDefault(disk, List.of());
    }

    /** What a disk has told of its identity so far. */
    public Map<String, String> identityOf(String disk) {
        return identities.getOrDefault(disk, Map.of());
    }

    /** Adds a component with its observation; the first one of a name stays. */
    public void add(ComponentId id, Map<String, String> identity, Observation observation) {
        components.putIfAbsent(id, Component.ofHost(id, identity));
        observations.putIfAbsent(id, observation);
    }

    /** Adds a component that reports what was found. */
    public void report(
            ComponentId id, Map<String, String> identity, Findings found, List<Reading> numbers) {
        add(id, identity, found.reported(id, at, numbers));
    }

    /**
     * Adds a group; one without members, with too many or without any need is left out, because
     * only a damaged answer describes such.
     */
    public void group(
            String name,
            Kind kind,
            Collection<ComponentId> members,
            int needed,
            Optional<ComponentId> carries,
            Optional<Published> published) {
        GroupId id = new GroupId(host, printable(name));
        if (members.isEmpty() || members.size() > RedundancyGroup.MOST_MEMBERS || needed < 1) {
            return;
        }
        groups.putIfAbsent(
                id,
                new RedundancyGroup(id, kind, new TreeSet<>(members), needed, carries, published));
    }

    /** Whether a component of this serial number is written already. */
    public boolean hasSerial(String serial) {
        return components.values().stream()
                .anyMatch(component -> serial.equals(component.attributes().get("serial")));
    }

    /** Adds what could not be seen. */
    public void unseen(Unseen why) {
        unseen.add(why);
    }

    /** The survey of all that was added. */
    public Survey survey(String probe) {
        return new Survey(
                probe,
                at,
                true,
                List.copyOf(components.values()),
                List.copyOf(observations.values()),
                List.copyOf(groups.values()),
                unseen);
    }

    private static String printable(String name) {
        StringBuilder out = new StringBuilder();
        name.chars()
                .limit(LONGEST_NAME)
                .forEach(c -> out.append(Character.isISOControl(c) ? '?' : (char) c));
        return out.isEmpty() ? "unnamed" : out.toString();
    }
}
