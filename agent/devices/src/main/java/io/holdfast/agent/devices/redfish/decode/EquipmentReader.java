package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.crawl.Found;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Unit;

/**
 * Reads what PDUs and transfer switches say of themselves, their circuits and outlets (DSP0268).
 */
final class EquipmentReader {

    private EquipmentReader() {}

    static PartNotes device(Found found) {
        String type = found.resource().json().at("EquipmentType").textOrEmpty();
        Kind kind = type.endsWith("TransferSwitch") ? Kind.ATS : Kind.PDU;
        return new PartNotes(found, kind);
    }

    static PartNotes circuit(Found found, Kind kind) {
        PartNotes notes = new PartNotes(found, kind);
        String breaker = notes.json().at("BreakerState").textOrEmpty();
        switch (breaker) {
            case "Tripped" ->
                    notes.finding(Health.FAILED, "BreakerState", breaker, "its breaker is open");
            case "Off" ->
                    notes.finding(Health.DEGRADED, "BreakerState", breaker, "its breaker is off");
            // Normal, and whatever else a newer schema knows, is no finding.
            default -> {}
        }
        measured(notes);
        return notes;
    }

    /** An outlet that is off was switched off; that is no fault of it. */
    static PartNotes outlet(Found found) {
        PartNotes notes = new PartNotes(found, Kind.OUTLET);
        notes.attribute("label", "UserLabel");
        measured(notes);
        return notes;
    }

    private static void measured(PartNotes notes) {
        Json json = notes.json();
        notes.reading("voltage", json.at("Voltage", "Reading"), Unit.VOLT);
        notes.reading("current", json.at("CurrentAmps", "Reading"), Unit.AMPERE);
        notes.reading("power", json.at("PowerWatts", "Reading"), Unit.WATT);
        notes.reading("frequency", json.at("FrequencyHz", "Reading"), Unit.HERTZ);
    }
}
