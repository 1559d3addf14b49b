package io.holdfast.agent.devices.raid;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.core.observation.Health;
import io.holdfast.core.redundancy.Redundancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads {@code ssacli ctrl all show config detail} of HPE Smart Array controllers. The program has
 * no JSON: its text is a tree by indentation with one {@code Name: value} a line.
 */
public final class Ssacli {

    private static final String LEVEL = "Fault Tolerance";

    private Ssacli() {}

    /** The question, for a program of this name: ssacli, hpssacli or hpacucli. */
    public static Command ask(String program) {
        return new Command(
                program,
                List.of("ctrl", "all", "show", "config", "detail"),
                "controllers",
                Duration.ofSeconds(60));
    }

    /** The controllers of an answer; what is not understood is left out. */
    public static List<RaidController> decode(String source, String text) {
        return SsacliSections.read(text).stream()
                .map(section -> controller(source, section))
                .toList();
    }

    private static RaidController controller(String source, SsacliSections.Controller section) {
        String name = "slot" + section.slot();
        Verdict self =
                new Verdict(source, name)
                        .identity("model", section.model())
                        .identity("serial", section.self().getOrDefault("Serial Number", ""))
                        .identity("firmware", section.self().getOrDefault("Firmware Version", ""))
                        .temperature(celsius(section.self(), "Controller Temperature (C)"));
        state(self, section.self(), "Controller Status");
        state(self, section.self(), "Cache Status");
        List<Judged> batteries = new ArrayList<>();
        Optional.ofNullable(section.self().get("Battery/Capacitor Status"))
                .ifPresent(
                        status ->
                                batteries.add(
                                        new Verdict(source, name + "/battery")
                                                .claim(
                                                        health(status),
                                                        "Battery/Capacitor Status",
                                                        status,
                                                        "what keeps the write cache")
                                                .judged()));
        Map<String, Judged> drives = new LinkedHashMap<>();
        section.drives().forEach((id, facts) -> drives.put(id, drive(source, name, id, facts)));
        List<RaidVolume> volumes =
                section.volumes().stream()
                        .map(volume -> volume(source, name, volume, section.drives()))
                        .toList();
        return new RaidController(
                self.claim(Health.OK, "", "listed", "the controller answers").judged(),
                batteries,
                List.copyOf(drives.values()),
                volumes);
    }

    private static void state(Verdict verdict, Map<String, String> facts, String field) {
        Optional.ofNullable(facts.get(field))
                .ifPresent(
                        status ->
                                verdict.claim(
                                        health(status),
                                        field,
                                        status,
                                        "the controller's own verdict"));
    }

    private static Judged drive(
            String source, String controller, String id, Map<String, String> facts) {
        String status = facts.getOrDefault("Status", "");
        return new Verdict(source, controller + "/" + id)
                .identity("model", facts.getOrDefault("Model", ""))
                .identity("serial", facts.getOrDefault("Serial Number", ""))
                .identity("firmware", facts.getOrDefault("Firmware Revision", ""))
                .identity("transport", facts.getOrDefault("Interface Type", ""))
                .temperature(celsius(facts, "Current Temperature (C)"))
                .claim(health(status), "Status", status, "the drive's state")
                .judged();
    }

    private static RaidVolume volume(
            String source,
            String controller,
            SsacliSections.Volume volume,
            Map<String, Map<String, String>> drives) {
        String status = volume.facts().getOrDefault("Status", "");
        String level = volume.facts().getOrDefault(LEVEL, "");
        Judged part =
                new Verdict(source, controller + "/ld" + volume.number())
                        .identity("level", "RAID" + level)
                        .claim(volumeHealth(status), "Status", status, "the volume's state")
                        .judged();
        String disk = volume.facts().getOrDefault("Disk Name", "");
        Optional<String> device =
                disk.startsWith("/dev/")
                        ? Optional.of(disk.substring(5).strip()).filter(d -> !d.isEmpty())
                        : Optional.empty();
        return new RaidVolume(
                part,
                "RAID" + level,
                device,
                sets(controller, level, volume, drives),
                status.equals("OK") && RaidSet.tolerated(level, 3) > 0
                        ? Optional.of(Redundancy.FULL)
                        : Optional.empty());
    }

    /**
     * Mirrored pairs of RAID 1+0 are not told reliably: the guaranteed number is that of one pair,
     * so that one loss leaves none to spare.
     */
    private static List<RaidSet> sets(
            String controller,
            String level,
            SsacliSections.Volume volume,
            Map<String, Map<String, String>> drives) {
        List<RaidSet.Place> places = new ArrayList<>();
        for (String id : volume.drives()) {
            Map<String, String> facts = drives.getOrDefault(id, Map.of());
            if (facts.getOrDefault("Drive Type", "").startsWith("Spare")) {
                continue;
            }
            String status = facts.getOrDefault("Status", "");
            boolean filling = status.startsWith("Rebuilding");
            boolean works = !filling && health(status) != Health.FAILED;
            places.add(new RaidSet.Place(controller + "/" + id, status, works, filling));
        }
        int tolerated =
                switch (level) {
                    case "1+0" -> 1;
                    case "50" -> 1;
                    case "60" -> 2;
                    default -> RaidSet.tolerated(level.replace(" (ADM)", "ADM"), places.size());
                };
        return places.isEmpty() ? List.of() : List.of(new RaidSet(places, tolerated));
    }

    private static Health volumeHealth(String status) {
        return status.startsWith("Failed") ? Health.FAILED : health(status);
    }

    private static Health health(String status) {
        String lower = status.toLowerCase(Locale.ROOT);
        if (lower.equals("ok") || lower.startsWith("rebuilding")) {
            return Health.OK;
        }
        return lower.startsWith("failed") || lower.startsWith("offline")
                ? Health.FAILED
                : Health.DEGRADED;
    }

    private static OptionalDouble celsius(Map<String, String> facts, String field) {
        try {
            double value = Double.parseDouble(facts.getOrDefault(field, ""));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
