package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.core.observation.Limits;
import java.util.OptionalDouble;

/** The limits of a reading, in the old form and in the new one. */
final class Thresholds {

    private Thresholds() {}

    /** Of Thermal and Power (DSP0268): {@code UpperThresholdCritical} and its like. */
    static Limits old(Json json) {
        return new Limits(
                or(json.at("LowerThresholdCritical"), json.at("LowerThresholdFatal")),
                json.at("LowerThresholdNonCritical").number(),
                upper(json.at("UpperThresholdNonCritical")),
                orUpper(json.at("UpperThresholdCritical"), json.at("UpperThresholdFatal")));
    }

    /** Of Sensor: {@code Thresholds.UpperCritical.Reading} and its like. */
    static Limits current(Json json) {
        Json all = json.at("Thresholds");
        return new Limits(
                or(all.at("LowerCritical", "Reading"), all.at("LowerFatal", "Reading")),
                all.at("LowerCaution", "Reading").number(),
                upper(all.at("UpperCaution", "Reading")),
                orUpper(all.at("UpperCritical", "Reading"), all.at("UpperFatal", "Reading")));
    }

    private static OptionalDouble or(Json first, Json second) {
        return first.number().isPresent() ? first.number() : second.number();
    }

    private static OptionalDouble orUpper(Json first, Json second) {
        return upper(first).isPresent() ? upper(first) : upper(second);
    }

    /** iLO writes 0 for an upper limit that it does not have. */
    private static OptionalDouble upper(Json json) {
        OptionalDouble value = json.number();
        return value.orElse(0) > 0 ? value : OptionalDouble.empty();
    }
}
