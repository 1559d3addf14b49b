package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.look.Seen;
import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.agent.devices.ipmi.sensor.Meaning;
import java.util.List;
import java.util.Optional;

/**
 * Whether a component is there, by what its sensors say.
 *
 * @param all all components: where none of a kind says that it is there, this BMC does not tell
 */
record Presence(List<Part> all) {

    /** The sensor by which a component is gone; empty where nothing says so. */
    Optional<SensorLook> goneBy(Part part) {
        Optional<SensorLook> denied =
                part.sensors().stream().filter(look -> look.says(Meaning.ABSENT)).findFirst();
        if (denied.isPresent()) {
            return denied;
        }
        Optional<SensorLook> teller =
                part.sensors().stream()
                        .filter(look -> look.canSay(Meaning.PRESENT))
                        .filter(look -> !(look.seen() instanceof Seen.Lost))
                        .filter(look -> !(look.seen() instanceof Seen.Refused))
                        .filter(look -> !(look.seen() instanceof Seen.NotAsked))
                        .findFirst();
        return teller.filter(look -> !look.says(Meaning.PRESENT))
                .filter(look -> believable(look, part));
    }

    /**
     * A presence bit that is clear while the part gives numbers is believed only where the BMC sets
     * that bit for others of its kind.
     */
    private boolean believable(SensorLook teller, Part part) {
        if (!(teller.seen() instanceof Seen.Present)) {
            return true;
        }
        boolean othersSay =
                all.stream()
                        .filter(other -> other != part && other.kind() == part.kind())
                        .flatMap(other -> other.sensors().stream())
                        .anyMatch(look -> look.says(Meaning.PRESENT));
        boolean speaks = part.sensors().stream().anyMatch(Presence::givesNumber);
        return othersSay || !speaks;
    }

    private static boolean givesNumber(SensorLook look) {
        return look.seen() instanceof Seen.Present(var reading, var value) && value.isPresent();
    }
}
