package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.crawl.Found;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads what adapters, their ports and a system's interfaces say (DSP0268). A link that is down is
 * told and is no fault: a port may have no cable on purpose.
 */
final class NetworkReader {

    private NetworkReader() {}

    static PartNotes read(Found found) {
        return switch (found.role()) {
            case PORT -> port(found);
            case INTERFACE -> nic(found);
            default -> new PartNotes(found, Kind.CONTROLLER);
        };
    }

    private static PartNotes port(Found found) {
        PartNotes notes = new PartNotes(found, Kind.NIC);
        Json json = notes.json();
        notes.attribute("address", addresses(json).stream().findFirst());
        notes.reading(
                "speed",
                scaled(json.at("CurrentSpeedGbps"), 1e9),
                Unit.BITS_PER_SECOND,
                Limits.NONE);
        notes.reading(
                "speed",
                scaled(json.at("CurrentLinkSpeedMbps"), 1e6),
                Unit.BITS_PER_SECOND,
                Limits.NONE);
        link(notes);
        return notes;
    }

    private static PartNotes nic(Found found) {
        PartNotes notes = new PartNotes(found, Kind.NIC);
        notes.attribute("address", addresses(notes.json()).stream().findFirst());
        notes.reading(
                "speed",
                scaled(notes.json().at("SpeedMbps"), 1e6),
                Unit.BITS_PER_SECOND,
                Limits.NONE);
        link(notes);
        return notes;
    }

    private static void link(PartNotes notes) {
        String word = notes.json().at("LinkStatus").textOrEmpty();
        if (!word.isEmpty()) {
            notes.finding(Health.OK, "LinkStatus", word, "the state of the link");
        }
    }

    private static OptionalDouble scaled(Json json, double factor) {
        OptionalDouble value = json.number();
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    /** The MAC addresses of a port or interface, in lower case. */
    static Set<String> addresses(Json json) {
        Set<String> all = new HashSet<>();
        add(all, json.at("PermanentMACAddress"));
        add(all, json.at("MACAddress"));
        json.at("Ethernet", "AssociatedMACAddresses").items().forEach(item -> add(all, item));
        json.at("AssociatedNetworkAddresses").items().forEach(item -> add(all, item));
        return all;
    }

    private static void add(Set<String> all, Json address) {
        address.text().map(text -> text.toLowerCase(Locale.ROOT)).ifPresent(all::add);
    }

    /** Whether an interface is a thing of its own, and not a port seen once more. */
    static boolean counts(Found nic, List<Found> ports) {
        Json json = nic.resource().json();
        if (json.at("EthernetInterfaceType").textOrEmpty().equals("Virtual")) {
            return false;
        }
        // The interface to the BMC itself is wired within the board.
        if (json.at("Links", "HostInterface").present()) {
            return false;
        }
        Set<String> mine = addresses(json);
        Optional<Found> same =
                ports.stream()
                        .filter(
                                port ->
                                        addresses(port.resource().json()).stream()
                                                .anyMatch(mine::contains))
                        .findFirst();
        return same.isEmpty();
    }
}
