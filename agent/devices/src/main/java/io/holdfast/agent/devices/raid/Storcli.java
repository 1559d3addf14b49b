package io.holdfast.agent.devices.raid;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.core.observation.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what storcli and perccli say in JSON (Broadcom StorCLI user guide, "show all J").
 *
 * <p>They say it in several answers that overlap; all of them are read together.
 */
public final class Storcli {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int MOST_DRIVES = 1024;

    private static final Pattern DRIVE =
            Pattern.compile("Drive /(c\\d{1,3}(?:/e\\d{1,4})?/s\\d{1,4})");
    private static final Pattern CELSIUS = Pattern.compile("(-?\\d{1,3}) ?C");

    private final String source;
    private final Map<String, List<Json>> answers = new TreeMap<>();

    private Storcli(String source) {
        this.source = source;
    }

    /** The questions, for a program of this name. */
    public static List<Command> ask(String program) {
        return List.of(
                ask(program, "/call"), ask(program, "/call/vall"), ask(program, "/call/eall/sall"));
    }

    private static Command ask(String program, String what) {
        return new Command(program, List.of(what, "show", "all", "J"), what, DEADLINE);
    }

    /**
     * The controllers of these answers; what is not understood is left out.
     *
     * @param source the program, for evidence
     */
    public static List<RaidController> decode(String source, List<String> texts) {
        Storcli reader = new Storcli(source);
        for (String text : texts) {
            if (JsonRead.of(text) instanceof JsonRead.Good(Json json)) {
                json.at("Controllers").items().forEach(reader::add);
            }
        }
        return reader.answers.entrySet().stream()
                .map(entry -> reader.controller(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void add(Json controller) {
        Json data = controller.at("Response Data");
        String number = controller.at("Command Status", "Controller").textOrEmpty();
        if (number.matches("\\d{1,3}") && !data.fields().isEmpty()) {
            answers.computeIfAbsent("c" + number, n -> new ArrayList<>()).add(data);
        }
    }

    private RaidController controller(String name, List<Json> data) {
        List<Judged> batteries = new ArrayList<>();
        for (Json part : data) {
            for (String kind : new String[] {"Cachevault_Info", "BBU_Info"}) {
                part.at(kind).items().forEach(info -> batteries.add(battery(name, info)));
            }
        }
        StorcliVolumes volumes = new StorcliVolumes(source, name, data);
        return new RaidController(self(name, data), batteries, drives(data), volumes.read());
    }

    private Judged self(String name, List<Json> data) {
        Verdict verdict = new Verdict(source, name);
        for (Json part : data) {
            verdict.identity("model", part.at("Basics", "Model").textOrEmpty());
            verdict.identity("serial", part.at("Basics", "Serial Number").textOrEmpty());
            verdict.identity("address", part.at("Basics", "PCI Address").textOrEmpty());
            verdict.identity("firmware", part.at("Version", "Firmware Version").textOrEmpty());
            verdict.identity("driver", part.at("Version", "Driver Name").textOrEmpty());
            Json status = part.at("Status");
            status.at("Controller Status")
                    .text()
                    .ifPresent(
                            state ->
                                    verdict.claim(
                                            StorcliState.part(state),
                                            "Controller Status",
                                            state,
                                            "the controller's own verdict"));
            verdict.count(
                    "memory_uncorrectable",
                    "Memory Uncorrectable Errors",
                    status.at("Memory Uncorrectable Errors").number(),
                    "errors of the controller's memory that could not be corrected");
            verdict.temperature(part.at("HwCfg", "ROC temperature(Degree Celsius)").number());
        }
        return verdict.claim(Health.OK, "", "listed", "the controller answers").judged();
    }

    private Judged battery(String controller, Json info) {
        String state = info.at("State").textOrEmpty();
        return new Verdict(source, controller + "/battery")
                .identity("model", info.at("Model").textOrEmpty())
                .temperature(celsius(info.at("Temp").textOrEmpty()))
                .claim(StorcliState.part(state), "State", state, "what keeps the write cache")
                .judged();
    }

    private List<Judged> drives(List<Json> data) {
        Map<String, Judged> drives = new LinkedHashMap<>();
        for (Json part : data) {
            readDrives(part, drives);
            readDrives(part.at("Physical Device Information"), drives);
        }
        return List.copyOf(drives.values());
    }

    private void readDrives(Json part, Map<String, Judged> drives) {
        part.fields()
                .forEach(
                        (field, rows) -> {
                            Matcher drive = DRIVE.matcher(field);
                            if (drive.matches() && drives.size() < MOST_DRIVES) {
                                Json details = part.at(field + " - Detailed Information");
                                rows.items().stream()
                                        .findFirst()
                                        .ifPresent(
                                                row ->
                                                        drives.put(
                                                                drive.group(1),
                                                                drive(
                                                                        drive.group(1),
                                                                        row,
                                                                        details)));
                            }
                        });
    }

    private Judged drive(String name, Json row, Json details) {
        Json health = details.at("Drive /" + name + " State");
        Json device = details.at("Drive /" + name + " Device attributes");
        String state = row.at("State").textOrEmpty();
        Verdict verdict =
                new Verdict(source, name)
                        .identity("model", device.at("Model Number").textOrEmpty())
                        .identity("model", row.at("Model").textOrEmpty())
                        .identity("serial", device.at("SN").textOrEmpty())
                        .identity("firmware", device.at("Firmware Revision").textOrEmpty())
                        .identity("medium", row.at("Med").textOrEmpty())
                        .identity("transport", row.at("Intf").textOrEmpty())
                        .claim(
                                StorcliState.drive(state),
                                "State",
                                state,
                                StorcliState.meaning(state))
                        .temperature(celsius(health.at("Drive Temperature").textOrEmpty()))
                        .count(
                                "media_errors",
                                "Media Error Count",
                                health.at("Media Error Count").number(),
                                "errors of the medium")
                        .count(
                                "predictive_failures",
                                "Predictive Failure Count",
                                health.at("Predictive Failure Count").number(),
                                "the drive foresees its failure");
        if (health.at("S.M.A.R.T alert flagged by drive").textOrEmpty().equals("Yes")) {
            verdict.claim(
                    Health.DEGRADED,
                    "S.M.A.R.T alert flagged by drive",
                    "Yes",
                    "the drive foresees its failure");
        }
        return verdict.judged();
    }

    static OptionalDouble celsius(String text) {
        Matcher celsius = CELSIUS.matcher(text);
        return celsius.find()
                ? OptionalDouble.of(Double.parseDouble(celsius.group(1)))
                : OptionalDouble.empty();
    }
}
