package io.holdfast.agent.devices.raid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sections of ssacli's text, without judgement.
 *
 * <p>A drive belongs to the volumes of the {@code Array} that it is listed under.
 */
final class SsacliSections {

    /** A controller's own facts, its volumes and its drives by their address. */
    record Controller(
            String model,
            String slot,
            Map<String, String> self,
            List<Volume> volumes,
            Map<String, Map<String, String>> drives) {}

    /** A volume's facts and the addresses of the drives of its array. */
    record Volume(String number, Map<String, String> facts, Set<String> drives) {}

    private static final Pattern CONTROLLER = Pattern.compile("(\\S.{0,80}?) in Slot (\\d{1,3}).*");
    private static final Pattern VOLUME = Pattern.compile("Logical Drive: (\\d{1,4})");
    private static final Pattern DRIVE =
            Pattern.compile("physicaldrive ([0-9A-Z]{1,4}:\\d{1,3}:\\d{1,3})");
    private static final int MOST_LINES = 50_000;

    private final List<Controller> controllers = new ArrayList<>();
    private Map<String, String> facts = new HashMap<>();
    private Set<String> drivesOfArray = new LinkedHashSet<>();
    private boolean inArray;

    private SsacliSections() {}

    static List<Controller> read(String text) {
        SsacliSections sections = new SsacliSections();
        text.lines().limit(MOST_LINES).forEach(sections::line);
        return sections.controllers;
    }

    private void line(String line) {
        Matcher controller = CONTROLLER.matcher(line);
        String text = line.strip();
        Matcher volume = VOLUME.matcher(text);
        Matcher drive = DRIVE.matcher(text);
        if (controller.matches()) {
            startController(controller);
        } else if (controllers.isEmpty()) {
            return;
        } else if (text.startsWith("Array: ")) {
            startArray(true);
        } else if (text.equals("unassigned") || text.equals("Unassigned")) {
            startArray(false);
        } else if (volume.matches()) {
            startVolume(volume.group(1));
        } else if (drive.matches()) {
            startDrive(drive.group(1));
        } else {
            fact(text);
        }
    }

    private void startController(Matcher head) {
        facts = new HashMap<>();
        controllers.add(
                new Controller(
                        head.group(1),
                        head.group(2),
                        facts,
                        new ArrayList<>(),
                        new LinkedHashMap<>()));
        startArray(false);
        facts = controllers.getLast().self();
    }

    private void startArray(boolean array) {
        inArray = array;
        drivesOfArray = new LinkedHashSet<>();
        facts = new HashMap<>();
    }

    private void startVolume(String number) {
        facts = new HashMap<>();
        controllers.getLast().volumes().add(new Volume(number, facts, drivesOfArray));
    }

    private void startDrive(String address) {
        facts = controllers.getLast().drives().computeIfAbsent(address, a -> new HashMap<>());
        if (inArray) {
            drivesOfArray.add(address);
        }
    }

    private void fact(String text) {
        int colon = text.indexOf(": ");
        if (colon > 0) {
            // The first of a name counts: later ones belong to sections that are not read.
            facts.putIfAbsent(text.substring(0, colon).strip(), text.substring(colon + 2).strip());
        }
    }
}
