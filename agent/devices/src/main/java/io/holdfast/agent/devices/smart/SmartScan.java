package io.holdfast.agent.devices.smart;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import java.time.Duration;
import java.util.List;

/** The disks that {@code smartctl --scan} finds; it opens none of them. */
public final class SmartScan {

    /** More than this is no server's number of disks. */
    static final int MOST_TARGETS = 1024;

    private SmartScan() {}

    /** The question. */
    public static Command ask() {
        return new Command("smartctl", List.of("-j", "--scan"), "scan", Duration.ofSeconds(20));
    }

    /** The disks of an answer; none where it is not understood. */
    public static List<SmartTarget> decode(String out) {
        return switch (JsonRead.of(out)) {
            case JsonRead.Bad bad -> List.of();
            case JsonRead.Good(Json json) ->
                    json.at("devices").items().stream()
                            .filter(device -> device.at("name").text().isPresent())
                            .map(SmartScan::target)
                            .distinct()
                            .limit(MOST_TARGETS)
                            .toList();
        };
    }

    private static SmartTarget target(Json device) {
        return new SmartTarget(device.at("name").textOrEmpty(), device.at("type").textOrEmpty());
    }
}
