package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.crawl.Found;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.util.List;
import java.util.OptionalDouble;

/** Reads what storage, its controllers, drives and volumes say (DSP0268). */
final class StorageReader {

    private StorageReader() {}

    static PartNotes read(Found found) {
        return switch (found.role()) {
            case DRIVE, SIMPLE_DEVICE -> drive(found);
            case VOLUME -> volume(found);
            default -> new PartNotes(found, Kind.CONTROLLER);
        };
    }

    private static PartNotes drive(Found found) {
        PartNotes notes = new PartNotes(found, Kind.DISK);
        Json json = notes.json();
        notes.attribute("firmware", "Revision");
        notes.attribute("capacity-bytes", "CapacityBytes");
        notes.attribute("media-type", "MediaType");
        notes.attribute("protocol", "Protocol");
        if (json.at("FailurePredicted").isTrue()) {
            notes.finding(
                    Health.DEGRADED, "FailurePredicted", "true", "the drive predicts its failure");
        }
        indicator(notes, json.at("StatusIndicator").textOrEmpty());
        OptionalDouble left = json.at("PredictedMediaLifeLeftPercent").number();
        notes.reading("life_left", left, Unit.PERCENT, Limits.NONE);
        if (left.isPresent() && left.getAsDouble() <= 0) {
            notes.finding(
                    Health.DEGRADED,
                    "PredictedMediaLifeLeftPercent",
                    Double.toString(left.getAsDouble()),
                    "the endurance that its maker promises is used up");
        }
        return notes;
    }

    private static void indicator(PartNotes notes, String word) {
        switch (word) {
            case "Fail" ->
                    notes.finding(Health.FAILED, "StatusIndicator", word, "the drive has failed");
            case "PredictiveFailureAnalysis" ->
                    notes.finding(
                            Health.DEGRADED, "StatusIndicator", word, "the drive will fail soon");
            case "Rebuild" ->
                    notes.finding(
                            Health.DEGRADED, "StatusIndicator", word, "the drive is being rebuilt");
            // OK, Hotspare, and what an array's indicator says of the array and not of the drive.
            default -> {}
        }
    }

    private static PartNotes volume(Found found) {
        PartNotes notes = new PartNotes(found, Kind.ARRAY);
        notes.attribute("raid", RaidLevel.word(notes.json()));
        notes.attribute("capacity-bytes", "CapacityBytes");
        return notes;
    }

    /**
     * A storage with what its controllers say: it is often they alone who have a Health.
     *
     * @param controllers the resources of its controllers
     */
    static PartNotes withControllers(Found storage, List<Found> controllers) {
        Said own = StatusJudge.judge(storage.resource(), Kind.CONTROLLER);
        Said said = own;
        for (Found controller : controllers) {
            Said theirs = StatusJudge.judge(controller.resource(), Kind.CONTROLLER);
            if (!(said instanceof Said.Does) && theirs instanceof Said.Does) {
                said = theirs;
            }
        }
        PartNotes notes = new PartNotes(storage, Kind.CONTROLLER, said);
        for (Found controller : controllers) {
            if (StatusJudge.judge(controller.resource(), Kind.CONTROLLER)
                    instanceof Said.Does(Health health, Evidence evidence)) {
                notes.finding(health, evidence);
            }
            Json json = controller.resource().json();
            notes.attribute("vendor", json.at("Manufacturer").text());
            notes.attribute("model", json.at("Model").text());
            notes.attribute("serial", json.at("SerialNumber").text());
            notes.attribute("firmware", json.at("FirmwareVersion").text());
        }
        return notes;
    }
}
