package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.crawl.Found;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what parts other than storage and network say (DSP0268). */
final class PartReader {

    private PartReader() {}

    /** The part that a resource is; empty where it is none of its own, or none that we watch. */
    static Optional<PartNotes> read(Found found) {
        return switch (found.role()) {
            case SUPPLY -> Optional.of(supply(found));
            case FAN -> Optional.of(fan(found));
            case TEMPERATURE -> Optional.of(temperature(found));
            case SENSOR -> sensor(found);
            case BATTERY -> Optional.of(battery(found));
            case PROCESSOR -> Optional.of(processor(found));
            case MEMORY -> Optional.of(memory(found));
            case MANAGER -> Optional.of(manager(found));
            case STORAGE, DRIVE, VOLUME, SIMPLE_DEVICE -> Optional.of(StorageReader.read(found));
            case ADAPTER, PORT, INTERFACE -> Optional.of(NetworkReader.read(found));
            case POWER_DISTRIBUTION -> Optional.of(EquipmentReader.device(found));
            case MAINS -> Optional.of(EquipmentReader.circuit(found, Kind.FEED));
            case BRANCH -> Optional.of(EquipmentReader.circuit(found, Kind.BREAKER));
            case OUTLET -> Optional.of(EquipmentReader.outlet(found));
            case SYSTEM, CHASSIS, SUPPLY_METRICS, SUPPLY_SET, POWER_CONTROL -> Optional.empty();
            case ENVIRONMENT, FAN_SET, VOLTAGE, CONTROLLER -> Optional.empty();
        };
    }

    private static PartNotes supply(Found found) {
        PartNotes notes = new PartNotes(found, Kind.PSU);
        Json json = notes.json();
        String input = json.at("LineInputStatus").textOrEmpty();
        switch (input) {
            case "LossOfInput" ->
                    notes.finding(Health.FAILED, "LineInputStatus", input, "no power at its inlet");
            case "OutOfRange" ->
                    notes.finding(
                            Health.DEGRADED, "LineInputStatus", input, "its input is out of range");
            // Normal, and whatever else a newer schema knows, is no finding.
            default -> {}
        }
        notes.reading("input_voltage", json.at("LineInputVoltage"), Unit.VOLT);
        notes.reading("input_power", json.at("PowerInputWatts"), Unit.WATT);
        notes.reading("output_power", json.at("PowerOutputWatts"), Unit.WATT);
        notes.reading("output_power", json.at("LastPowerOutputWatts"), Unit.WATT);
        notes.reading("capacity", json.at("PowerCapacityWatts"), Unit.WATT);
        return notes;
    }

    /** Adds what PowerSupplyMetrics measures to its supply. */
    static void metrics(PartNotes supply, Json metrics) {
        supply.reading("input_voltage", metrics.at("InputVoltage", "Reading"), Unit.VOLT);
        supply.reading("input_current", metrics.at("InputCurrentAmps", "Reading"), Unit.AMPERE);
        supply.reading("input_power", metrics.at("InputPowerWatts", "Reading"), Unit.WATT);
        supply.reading("output_power", metrics.at("OutputPowerWatts", "Reading"), Unit.WATT);
        supply.reading("temperature", metrics.at("TemperatureCelsius", "Reading"), Unit.CELSIUS);
        supply.reading("fan_speed", metrics.at("FanSpeedPercent", "Reading"), Unit.PERCENT);
    }

    private static PartNotes fan(Found found) {
        PartNotes notes = new PartNotes(found, Kind.FAN);
        Json json = notes.json();
        OptionalDouble reading = json.at("Reading").number();
        if (reading.isPresent()) {
            String units = json.at("ReadingUnits").textOrEmpty().toLowerCase(Locale.ROOT);
            Limits limits = Thresholds.old(json);
            notes.reading(
                    "speed", reading, units.equals("percent") ? Unit.PERCENT : Unit.RPM, limits);
            notes.judgeByLimits("Reading", reading, limits);
        }
        notes.reading("speed", json.at("SpeedPercent", "SpeedRPM"), Unit.RPM);
        notes.reading("speed_percent", json.at("SpeedPercent", "Reading"), Unit.PERCENT);
        return notes;
    }

    private static PartNotes temperature(Found found) {
        PartNotes notes = new PartNotes(found, Kind.TEMPERATURE);
        OptionalDouble celsius = notes.json().at("ReadingCelsius").number();
        Limits limits = Thresholds.old(notes.json());
        notes.reading("temperature", celsius, Unit.CELSIUS, limits);
        notes.judgeByLimits("ReadingCelsius", celsius, limits);
        return notes;
    }

    private static Optional<PartNotes> sensor(Found found) {
        Json json = found.resource().json();
        boolean measuresHeat =
                json.at("ReadingType").textOrEmpty().equals("Temperature")
                        || json.at("ReadingUnits").textOrEmpty().equals("Cel");
        if (!measuresHeat) {
            return Optional.empty();
        }
        PartNotes notes = new PartNotes(found, Kind.TEMPERATURE);
        OptionalDouble celsius = json.at("Reading").number();
        Limits limits = Thresholds.current(json);
        notes.reading("temperature", celsius, Unit.CELSIUS, limits);
        notes.judgeByLimits("Reading", celsius, limits);
        return Optional.of(notes);
    }

    private static PartNotes battery(Found found) {
        PartNotes notes = new PartNotes(found, Kind.BATTERY);
        Json json = notes.json();
        notes.reading("state_of_health", json.at("StateOfHealthPercent", "Reading"), Unit.PERCENT);
        return notes;
    }

    private static PartNotes processor(Found found) {
        PartNotes notes = new PartNotes(found, Kind.CPU);
        notes.attribute("processor-type", "ProcessorType");
        notes.attribute("socket", "Socket");
        return notes;
    }

    private static PartNotes memory(Found found) {
        PartNotes notes = new PartNotes(found, Kind.DIMM);
        notes.attribute("capacity-mib", "CapacityMiB");
        notes.attribute("memory-type", "MemoryDeviceType");
        return notes;
    }

    private static PartNotes manager(Found found) {
        PartNotes notes = new PartNotes(found, Kind.BMC);
        notes.attribute("manager-type", "ManagerType");
        return notes;
    }
}
