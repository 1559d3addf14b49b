package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.component.Kind;
import java.util.Optional;

/**
 * What a part is called.
 *
 * <p>The label on the machine where the BMC knows it; else its name, where that tells it from its
 * like; else its Id; else both together, as Ids like {@code 0} say nothing. What is pulled and
 * replaced must keep its name: it is never called by what a maker calls a model of it.
 */
final class Labels {

    private static final int LONGEST = 100;

    private Labels() {}

    static String of(Resource resource, Kind kind) {
        Json json = resource.json();
        Optional<String> printed =
                json.at("Location", "PartLocation", "ServiceLabel")
                        .text()
                        .or(
                                () ->
                                        json.at("PhysicalLocation", "PartLocation", "ServiceLabel")
                                                .text());
        String name = json.at("Name").text().or(() -> json.at("FanName").text()).orElse("");
        Optional<String> given = json.at("Id").text().or(() -> json.at("MemberId").text());
        boolean named = kind != Kind.DISK || given.isEmpty();
        String id = given.orElse(last(resource));
        String label =
                printed.orElseGet(
                        () -> {
                            if (named && name.chars().anyMatch(Character::isDigit)) {
                                return name;
                            }
                            boolean telling = id.chars().anyMatch(Character::isLetter);
                            return telling ? id : (noun(kind, name) + " " + id).strip();
                        });
        return printable(label);
    }

    /** What stands before a bare number; an empty bay often has lost the name that it had. */
    private static String noun(Kind kind, String name) {
        return switch (kind) {
            case PSU -> "supply";
            case DISK -> "drive";
            case FAN, DIMM -> "bay";
            default -> name;
        };
    }

    /** The end of the way to a resource. */
    private static String last(Resource resource) {
        Link link = resource.link();
        String way = link.pointer().isEmpty() ? link.path() : link.pointer();
        return way.substring(way.lastIndexOf('/') + 1);
    }

    static String printable(String text) {
        StringBuilder plain = new StringBuilder();
        text.strip()
                .chars()
                .limit(LONGEST)
                .forEach(c -> plain.append(Character.isISOControl(c) ? '?' : (char) c));
        return plain.isEmpty() ? "unnamed" : plain.toString();
    }
}
