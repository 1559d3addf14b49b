package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.fru.FruInfo;
import io.holdfast.agent.devices.ipmi.look.BmcLook;
import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.agent.devices.ipmi.sdr.Entity;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord.Sensor;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives every sensor of a look to the component that it tells of. */
final class Parts {

    private final HostId host;
    private final BmcLook look;
    private final Part server;
    private final Map<ComponentId, Part> parts = new LinkedHashMap<>();
    private final Map<Entity, Part> supplies = new HashMap<>();
    private final Map<Kind, List<SensorLook>> redundancy = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Entity, String> entities = new HashMap<>();

    private Parts(HostId host, BmcLook look) {
        this.host = host;
        this.look = look;
        server = new Part(host.self(), Optional.empty());
    }

    static Parts of(HostId host, BmcLook look) {
        Parts all = new Parts(host, look);
        look.sensors().forEach(all::count);
        all.locators();
        look.sensors().forEach(all::place);
        look.sensors().forEach(all::placeBeside);
        return all;
    }

    Part server() {
        return server;
    }

    /** All components but the server, in order of the BMC's records. */
    List<Part> parts() {
        return List.copyOf(parts.values());
    }

    List<Part> of(Kind kind) {
        return parts.values().stream().filter(part -> part.kind() == kind).toList();
    }

    /** The sensors that tell of the redundancy of a kind. */
    List<SensorLook> redundancy(Kind kind) {
        return redundancy.getOrDefault(kind, List.of());
    }

    private void count(SensorLook sensor) {
        if (Place.of(sensor) instanceof Place.Own(Kind kind)) {
            names.merge(kind.word() + sensor.sensor().name(), 1, Integer::sum);
        }
    }

    /** A supply that the records name is expected, whatever its sensors say. */
    private void locators() {
        for (SdrRecord.FruLocator locator : look.locators()) {
            entities.putIfAbsent(locator.entity(), locator.name());
            if (locator.entity().id() == Entity.POWER_SUPPLY) {
                supply(locator.entity(), locator.name());
            }
        }
    }

    private Part supply(Entity entity, String name) {
        Part known = supplies.get(entity);
        if (known != null) {
            return known;
        }
        String wanted = name.isEmpty() ? "PS" + entity.instance() : name;
        boolean taken = parts.containsKey(host.component(Kind.PSU, wanted));
        String unique = taken ? wanted + " " + entity : wanted;
        Part part = part(host.component(Kind.PSU, unique));
        FruInfo unit = look.units().getOrDefault(entity, FruInfo.NONE);
        part.attribute("vendor", unit.vendor());
        part.attribute("model", unit.model());
        part.attribute("serial", unit.serial());
        part.attribute("part", unit.part());
        supplies.put(entity, part);
        return part;
    }

    private void place(SensorLook sensor) {
        switch (Place.of(sensor)) {
            case Place.Supply(Entity entity) -> supply(entity, "").sensor(sensor);
            case Place.Own(Kind kind) -> part(name(kind, sensor.sensor())).sensor(sensor);
            case Place.Group(Kind kind) ->
                    redundancy.computeIfAbsent(kind, k -> new ArrayList<>()).add(sensor);
            case Place.Server() -> server.sensor(sensor);
            case Place.Beside(Kind kind) -> {}
        }
    }

    /** Once all parts are there: what stands beside one of them. */
    private void placeBeside(SensorLook sensor) {
        if (!(Place.of(sensor) instanceof Place.Beside(Kind kind))) {
            return;
        }
        Entity entity = sensor.sensor().entity();
        boolean own = entity.id() == Entity.FAN;
        of(kind).stream()
                .filter(part -> own && tellsOf(part, entity))
                .findFirst()
                .ifPresentOrElse(
                        part -> part.sensor(sensor),
                        () -> {
                            if (own) {
                                part(name(kind, sensor.sensor())).sensor(sensor);
                            } else {
                                server.sensor(sensor);
                            }
                        });
    }

    private static boolean tellsOf(Part part, Entity entity) {
        return part.sensors().stream().anyMatch(s -> s.sensor().entity().equals(entity));
    }

    private ComponentId name(Kind kind, Sensor sensor) {
        String name = sensor.name();
        boolean alone = names.getOrDefault(kind.word() + name, 0) <= 1 && !name.isEmpty();
        if (alone) {
            return host.component(kind, name);
        }
        String of = entities.getOrDefault(sensor.entity(), "");
        String apart = (of + " " + name).strip();
        String key = sensor.key().evidence(sensor.entity());
        boolean told = !of.isEmpty() && names.merge(kind.word() + apart, 1, Integer::sum) == 1;
        return host.component(kind, told ? apart : (name + " " + key).strip());
    }

    private Part part(ComponentId id) {
        return parts.computeIfAbsent(id, i -> new Part(i, Optional.of(host.self())));
    }
}
