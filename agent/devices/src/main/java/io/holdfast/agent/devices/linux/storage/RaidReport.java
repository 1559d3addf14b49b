package io.holdfast.agent.devices.linux.storage;

import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.disk.BlockDisk;
import io.holdfast.agent.devices.linux.disk.StorageDraft;
import io.holdfast.agent.devices.raid.Judged;
import io.holdfast.agent.devices.raid.RaidController;
import io.holdfast.agent.devices.raid.RaidSet;
import io.holdfast.agent.devices.raid.RaidVolume;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.redundancy.Published;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes RAID controllers into the draft. A drive that the kernel lists too, known by its serial
 * number, keeps the kernel's name; a volume takes the place of the disk that the kernel takes it
 * for.
 */
final class RaidReport {

    private final StorageDraft draft;

    /** The component of each drive, by the controller's name for it. */
    private final Map<String, ComponentId> drives = new HashMap<>();

    RaidReport(StorageDraft draft) {
        this.draft = draft;
    }

    void write(RaidController controller) {
        part(Kind.CONTROLLER, controller.part());
        controller.batteries().forEach(battery -> part(Kind.BATTERY, battery));
        controller.drives().forEach(this::drive);
        controller.volumes().forEach(this::volume);
    }

    private void part(Kind kind, Judged part) {
        draft.report(draft.id(kind, part.name()), part.identity(), findings(part), part.readings());
    }

    private static Findings findings(Judged part) {
        Findings findings = new Findings();
        Health health = part.health();
        for (Evidence evidence : part.evidence()) {
            findings.add(health, evidence);
            health = Health.OK;
        }
        return findings;
    }

    private void drive(Judged drive) {
        Optional<BlockDisk> listed = sameSerial(drive.identity().get("serial"));
        if (listed.isPresent()) {
            String name = listed.get().name();
            drives.put(drive.name(), draft.id(Kind.DISK, name));
            draft.claim(name, drive.health(), drive.evidence().getFirst());
            return;
        }
        ComponentId id = draft.id(Kind.DISK, drive.name());
        drives.put(drive.name(), id);
        String serial = drive.identity().getOrDefault("serial", "");
        Findings findings = findings(drive);
        findings.addAll(draft.claimsOn(serial));
        List<Reading> readings = new ArrayList<>(drive.readings());
        draft.readingsOf(serial).stream()
                .filter(r -> readings.stream().noneMatch(had -> had.name().equals(r.name())))
                .limit(Observation.Reported.MOST_READINGS - readings.size())
                .forEach(readings::add);
        draft.report(id, drive.identity(), findings, readings);
    }

    private Optional<BlockDisk> sameSerial(@Nullable String serial) {
        return draft.blocks().disks().values().stream()
                .filter(disk -> serial != null && disk.serial().filter(serial::equals).isPresent())
                .findFirst();
    }

    private void volume(RaidVolume volume) {
        Judged part = volume.part();
        ComponentId id = draft.id(Kind.ARRAY, part.name());
        Map<String, String> identity = new HashMap<>(part.identity());
        volume.device().ifPresent(device -> identity.put("device", device));
        draft.report(id, identity, findings(part), part.readings());
        volume.device().ifPresent(draft::hide);
        List<ComponentId> members = new ArrayList<>();
        int working = 0;
        int guaranteed = Integer.MAX_VALUE;
        for (RaidSet set : volume.sets()) {
            for (RaidSet.Place place : set.places()) {
                members.add(member(volume, place, members.size()));
                working += place.works() ? 1 : 0;
            }
            guaranteed = Math.min(guaranteed, set.guaranteed());
        }
        if (members.isEmpty()) {
            return;
        }
        // A volume that runs has not lost too much, whatever its pairs look like from outside.
        int losses = part.health() == Health.FAILED ? guaranteed : Math.max(0, guaranteed);
        draft.group(
                part.name(),
                Kind.DISK,
                members,
                Math.max(1, working - losses),
                Optional.of(id),
                volume.published().map(state -> new Published(state, volume.state())));
    }

    private ComponentId member(RaidVolume volume, RaidSet.Place place, int number) {
        ComponentId known = drives.get(place.drive());
        if (known != null && (place.works() || !place.filling())) {
            return known;
        }
        ComponentId id = draft.id(Kind.DISK, volume.part().name() + "-place" + number);
        Evidence evidence =
                new Evidence(
                        volume.state().source(),
                        volume.part().name() + " " + place.drive(),
                        place.state(),
                        place.filling()
                                ? "being filled from the others, carries no valid data yet"
                                : "no drive in this place");
        if (place.filling()) {
            Findings findings = new Findings();
            findings.add(Health.FAILED, evidence);
            draft.report(id, Map.of("device", place.drive()), findings, List.of());
        } else {
            draft.add(id, Map.of(), new Observation.Absent(id, draft.at(), evidence));
        }
        return id;
    }
}
