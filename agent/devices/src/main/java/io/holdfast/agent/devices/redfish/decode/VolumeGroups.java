package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.redundancy.Standing;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes a group of each volume's drives.
 *
 * @param draft where the groups go, with all drives in it
 */
record VolumeGroups(Draft draft) {

    void write(PartNotes volume) {
        Json json = volume.json();
        Optional<String> level = RaidLevel.word(json);
        Optional<ComponentId> id = draft.id(volume.resource().link());
        if (level.isEmpty() || id.isEmpty()) {
            return;
        }
        TreeSet<ComponentId> drives = new TreeSet<>();
        for (Link link : Link.all(json.at("Links", "Drives"))) {
            draft.id(link).filter(drive -> drive.kind() == Kind.DISK).ifPresent(drives::add);
        }
        // A single drive behind a controller covers nobody.
        if (drives.size() < 2 || drives.size() > RedundancyGroup.MOST_MEMBERS) {
            return;
        }
        int tolerated = RaidLevel.tolerated(level.get(), drives.size());
        int needed = Math.max(1, drives.size() - tolerated);
        long working =
                drives.stream()
                        .flatMap(drive -> draft.observation(drive).stream())
                        .filter(seen -> !Standing.of(seen).lost())
                        .count();
        // A volume that runs has not lost too much, whatever its pairs look like from outside.
        if (volume.health() != Health.FAILED && working >= 1 && working < needed) {
            needed = (int) working;
        }
        draft.add(
                new RedundancyGroup(
                        new GroupId(draft.host(), id.get().name()),
                        Kind.DISK,
                        drives,
                        needed,
                        id,
                        published(volume, id.get(), drives.size() - needed)));
    }

    private Optional<Published> published(PartNotes volume, ComponentId id, int designSpares) {
        boolean reported =
                draft.observation(id)
                        .filter(seen -> seen instanceof Observation.Reported)
                        .isPresent();
        if (!reported || designSpares == 0 || volume.evidence().isEmpty()) {
            return Optional.empty();
        }
        Redundancy claimed =
                switch (volume.health()) {
                    case OK -> Redundancy.FULL;
                    case DEGRADED -> designSpares > 1 ? Redundancy.DEGRADED : Redundancy.NONE;
                    case FAILED -> Redundancy.INSUFFICIENT;
                };
        return Optional.of(new Published(claimed, volume.evidence().getFirst()));
    }
}
