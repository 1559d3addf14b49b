package io.holdfast.agent.devices.ups;

import io.holdfast.core.observation.Health;
import java.util.List;

/**
 * A state of a UPS that every protocol can tell in its own words, and what it means for each part.
 *
 * <p>The load hangs on the battery when the input is out; a battery that is low cannot stand in for
 * it any longer, so it counts as lost, on mains as well.
 */
public enum Condition {
    ON_LINE(ok(Part.UPS, "on line"), ok(Part.INPUT, "the input feeds it")),
    ON_BATTERY(
            degraded(Part.UPS, "on battery"), failed(Part.INPUT, "no usable power at its input")),
    LOW_BATTERY(failed(Part.BATTERY, "the battery is low")),
    /** On battery, and not for long: the output is about to end. */
    ABOUT_TO_STOP(failed(Part.UPS, "on battery and the battery is low")),
    REPLACE_BATTERY(degraded(Part.BATTERY, "the battery wants replacing")),
    HIGH_BATTERY(degraded(Part.BATTERY, "the battery's voltage is too high")),
    OVERLOAD(degraded(Part.UPS, "overloaded")),
    TRIM(degraded(Part.INPUT, "input voltage too high; it is lowered")),
    BOOST(degraded(Part.INPUT, "input voltage too low; it is raised")),
    BYPASS(degraded(Part.UPS, "on bypass: the load is not protected")),
    /** On purpose: while it lasts, running on battery says nothing about the input. */
    TESTING(ok(Part.UPS, "it tests or calibrates its battery")),
    OFF(failed(Part.UPS, "its output is off")),
    SHUTTING_DOWN(failed(Part.UPS, "it is about to switch off")),
    ALARM(degraded(Part.UPS, "it raises an alarm")),
    FAULT(failed(Part.UPS, "it reports a fault of its own"));

    private record Meaning(Part part, Health health, String label) {}

    @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list of records.
    private final List<Meaning> meanings;

    Condition(Meaning... meanings) {
        this.meanings = List.of(meanings);
    }

    /** Notes what this condition says of the parts, with the field that told it. */
    public void claim(UpsFacts facts, String key, String value) {
        for (Meaning meaning : meanings) {
            facts.claim(meaning.part(), meaning.health(), key, value, meaning.label());
        }
    }

    private static Meaning ok(Part part, String label) {
        return new Meaning(part, Health.OK, label);
    }

    private static Meaning degraded(Part part, String label) {
        return new Meaning(part, Health.DEGRADED, label);
    }

    private static Meaning failed(Part part, String label) {
        return new Meaning(part, Health.FAILED, label);
    }
}
