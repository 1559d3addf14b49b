package io.holdfast.agent.devices.raid;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.core.redundancy.Redundancy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The volumes of one controller: their state from {@code VD LIST} or {@code /cX/vY}, their drives
 * from {@code TOPOLOGY}, which alone shows the places that are empty.
 */
final class StorcliVolumes {

    private static final Pattern VOLUME = Pattern.compile("/c\\d{1,3}/v(\\d{1,4})");
    private static final Pattern GROUP_AND_VOLUME = Pattern.compile("(\\d{1,4})/(\\d{1,4})");
    private static final Pattern PLACE = Pattern.compile("(\\d{1,4}|\\s?):(\\d{1,4})");
    private static final Pattern DEVICE = Pattern.compile("/dev/([a-z0-9]{1,32})");
    private static final int MOST_PLACES = 512;

    private final String source;
    private final String controller;
    private final List<Json> data;

    StorcliVolumes(String source, String controller, List<Json> data) {
        this.source = source;
        this.controller = controller;
        this.data = data;
    }

    List<RaidVolume> read() {
        Map<String, Json> rows = new TreeMap<>();
        Map<String, String> devices = new TreeMap<>();
        for (Json part : data) {
            part.at("VD LIST").items().forEach(row -> put(row, rows));
            part.fields()
                    .forEach(
                            (field, value) -> {
                                if (VOLUME.matcher(field).matches()) {
                                    value.items().forEach(row -> put(row, rows));
                                }
                                if (field.endsWith(" Properties")) {
                                    device(field, value, devices);
                                }
                            });
        }
        List<RaidVolume> volumes = new ArrayList<>();
        rows.forEach(
                (number, row) ->
                        volumes.add(
                                volume(
                                        number,
                                        row,
                                        Optional.ofNullable(devices.get("VD" + number)))));
        return volumes;
    }

    private static void put(Json row, Map<String, Json> rows) {
        Matcher ids = GROUP_AND_VOLUME.matcher(row.at("DG/VD").textOrEmpty());
        if (ids.matches()) {
            rows.put(ids.group(2), row);
        }
    }

    private static void device(String field, Json properties, Map<String, String> devices) {
        Matcher device = DEVICE.matcher(properties.at("OS Drive Name").textOrEmpty());
        if (device.matches()) {
            devices.put(field.substring(0, field.indexOf(' ')), device.group(1));
        }
    }

    private RaidVolume volume(String number, Json row, Optional<String> device) {
        String state = row.at("State").textOrEmpty();
        String level = row.at("TYPE").textOrEmpty();
        Judged part =
                new Verdict(source, controller + "/v" + number)
                        .identity("level", level)
                        .identity("label", row.at("Name").textOrEmpty())
                        .claim(StorcliState.volume(state), "State", state, "the volume's state")
                        .judged();
        String group = row.at("DG/VD").textOrEmpty();
        List<RaidSet> sets = sets(group.substring(0, group.indexOf('/')), level);
        return new RaidVolume(part, level, device, sets, published(level, state));
    }

    /** One set for each array of the drive group; nested levels have several. */
    private List<RaidSet> sets(String group, String level) {
        Map<String, List<RaidSet.Place>> arrays = new LinkedHashMap<>();
        for (Json part : data) {
            if (part.at("TOPOLOGY").items().isEmpty() || !arrays.isEmpty()) {
                continue;
            }
            for (Json row : part.at("TOPOLOGY").items()) {
                boolean drive = row.at("Type").textOrEmpty().equals("DRIVE");
                if (drive && row.at("DG").textOrEmpty().equals(group)) {
                    arrays.computeIfAbsent(row.at("Arr").textOrEmpty(), a -> new ArrayList<>())
                            .add(place(row));
                }
            }
        }
        String inner = level.replaceFirst("^RAID", "").replaceFirst("0$", "");
        String counted = level.equals("RAID0") ? "0" : inner;
        return sets(arrays.values(), counted);
    }

    private static List<RaidSet> sets(Collection<List<RaidSet.Place>> arrays, String level) {
        return arrays.stream()
                .map(places -> places.stream().limit(MOST_PLACES).toList())
                .map(places -> new RaidSet(places, RaidSet.tolerated(level, places.size())))
                .toList();
    }

    private RaidSet.Place place(Json row) {
        String state = row.at("State").textOrEmpty();
        Matcher place = PLACE.matcher(row.at("EID:Slot").textOrEmpty());
        String drive = "";
        if (place.matches()) {
            String enclosure = place.group(1).isBlank() ? "" : "/e" + place.group(1);
            drive = controller + enclosure + "/s" + place.group(2);
        }
        return new RaidSet.Place(
                drive, state, StorcliState.works(state) && !drive.isEmpty(), state.equals("Rbld"));
    }

    /** What the word for a volume's state means, where its level gives it one meaning. */
    private static Optional<Redundancy> published(String level, String state) {
        boolean known = level.equals("RAID1") || level.equals("RAID5") || level.equals("RAID6");
        if (!known) {
            return Optional.empty();
        }
        return switch (state) {
            case "Optl" -> Optional.of(Redundancy.FULL);
            case "Pdgd" -> Optional.of(Redundancy.DEGRADED);
            case "Dgrd" -> Optional.of(Redundancy.NONE);
            case "OfLn" -> Optional.of(Redundancy.INSUFFICIENT);
            default -> Optional.empty();
        };
    }
}
