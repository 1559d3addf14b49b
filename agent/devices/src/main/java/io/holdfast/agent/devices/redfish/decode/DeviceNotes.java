package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.crawl.Found;
import io.holdfast.agent.devices.redfish.crawl.Harvest;
import io.holdfast.agent.devices.redfish.crawl.Role;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the device itself: who it is, and what system, chassis and voltages say.
 *
 * <p>A machine whose BMC calls it critical still runs: as a whole it is degraded at worst, and the
 * parts say what has failed.
 *
 * @param draft where the device goes
 * @param harvest what was found of it
 */
record DeviceNotes(Draft draft, Harvest harvest) {

    void write(Found self, List<PartNotes> parts) {
        ComponentId id = draft.host().self();
        Said said = capped(StatusJudge.judge(self.resource(), Kind.HOST));
        PartNotes notes = new PartNotes(self, Kind.HOST, said);
        identity(notes);
        harvest.of(Role.CHASSIS).forEach(chassis -> alsoSaid(notes, chassis));
        harvest.of(Role.VOLTAGE).forEach(voltage -> voltage(notes, voltage.resource()));
        harvest.of(Role.SENSOR).forEach(sensor -> sensor(notes, sensor.resource()));
        power(notes);
        rollup(notes, parts);
        Component component = new Component(id, Optional.empty(), notes.attributes());
        Observation observation = notes.observation(id, draft.at());
        draft.add(self.resource().link(), component, observation);
    }

    private void identity(PartNotes notes) {
        notes.attribute("bios", "BiosVersion");
        for (Found chassis : harvest.of(Role.CHASSIS)) {
            Json json = chassis.resource().json();
            if (notes.attributes().containsKey("serial")) {
                break;
            }
            notes.attribute("vendor", json.at("Manufacturer").text());
            notes.attribute("model", json.at("Model").text());
            notes.attribute("serial", json.at("SerialNumber").text());
        }
        notes.attribute("vendor", harvest.root().json().at("Vendor").text());
        notes.attribute("model", harvest.root().json().at("Product").text());
        notes.attribute("redfish", harvest.root().json().at("RedfishVersion").text());
        harvest.of(Role.MANAGER).stream()
                .findFirst()
                .ifPresent(
                        manager ->
                                notes.attribute(
                                        "firmware",
                                        manager.resource().json().at("FirmwareVersion").text()));
        String power = notes.json().at("PowerState").textOrEmpty();
        if (!power.isEmpty()) {
            notes.finding(Health.OK, "PowerState", power, "whether the machine is switched on");
        }
    }

    private static void alsoSaid(PartNotes notes, Found other) {
        if (StatusJudge.judge(other.resource(), Kind.HOST)
                instanceof Said.Does(Health health, Evidence evidence)) {
            notes.finding(cap(health), evidence);
        }
    }

    private static void voltage(PartNotes notes, Resource voltage) {
        Json json = voltage.json();
        measured(notes, voltage, json.at("ReadingVolts"), Thresholds.old(json));
    }

    private static void sensor(PartNotes notes, Resource sensor) {
        Json json = sensor.json();
        if (json.at("ReadingType").textOrEmpty().equals("Voltage")
                || json.at("ReadingUnits").textOrEmpty().equals("V")) {
            measured(notes, sensor, json.at("Reading"), Thresholds.current(json));
        }
    }

    private static void measured(PartNotes notes, Resource sensor, Json value, Limits limits) {
        Said said = StatusJudge.judge(sensor, Kind.TEMPERATURE);
        if (said instanceof Said.Does(Health health, Evidence evidence)) {
            String name = "voltage " + Labels.of(sensor, Kind.TEMPERATURE).toLowerCase(Locale.ROOT);
            notes.reading(name, value.number(), Unit.VOLT, limits);
            if (health != Health.OK) {
                notes.finding(Health.DEGRADED, evidence);
            }
        }
    }

    private void power(PartNotes notes) {
        for (Found control : harvest.of(Role.POWER_CONTROL)) {
            Json json = control.resource().json();
            notes.reading("power", json.at("PowerConsumedWatts"), Unit.WATT);
        }
        for (Found environment : harvest.of(Role.ENVIRONMENT)) {
            Json json = environment.resource().json();
            notes.reading("power", json.at("PowerWatts", "Reading"), Unit.WATT);
        }
    }

    /** A roll-up that is worse than all that was seen tells of something that was not. */
    private static void rollup(PartNotes notes, List<PartNotes> parts) {
        String word = notes.json().at("Status", "HealthRollup").textOrEmpty();
        Health rolled = StatusJudge.health(word).orElse(Health.OK);
        boolean explained =
                notes.health() != Health.OK
                        || parts.stream().anyMatch(p -> p.gone() || p.health() != Health.OK);
        if (rolled != Health.OK && !explained) {
            notes.finding(
                    Health.DEGRADED,
                    "Status.HealthRollup",
                    word,
                    "the BMC counts something as bad that it does not list");
        }
    }

    private static Said capped(Said said) {
        return said instanceof Said.Does(Health health, Evidence evidence)
                ? new Said.Does(cap(health), evidence)
                : said;
    }

    private static Health cap(Health health) {
        return health == Health.FAILED ? Health.DEGRADED : health;
    }
}
