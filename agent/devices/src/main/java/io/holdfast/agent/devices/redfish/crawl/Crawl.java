package io.holdfast.agent.devices.redfish.crawl;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.service.Documents;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Follows the links of one service from its root. Paths are never made up: what a service does not
 * link to it does not have.
 */
public final class Crawl {

    /** With fewer drives than this it is not worth asking for their storage once more. */
    private static final int MANY_DRIVES = 3;

    private static final List<String> POWER_EQUIPMENT =
            List.of("RackPDUs", "FloorPDUs", "TransferSwitches", "PowerShelves", "Switchgear");

    private final Gathering gathering;
    private final Scope scope;
    private final boolean expands;

    private Crawl(Resource root, Documents documents, Scope scope) {
        gathering = new Gathering(documents);
        this.scope = scope;
        Json offered = root.json().at("ProtocolFeaturesSupported", "ExpandQuery");
        expands = offered.at("NoLinks").isTrue() || offered.at("ExpandAll").isTrue();
    }

    /** Brings home all that a scope asks for. */
    public static Harvest of(Resource root, Documents documents, Scope scope)
            throws InterruptedException {
        Crawl crawl = new Crawl(root, documents, scope);
        crawl.walk(root);
        return crawl.gathering.harvest(root);
    }

    private void walk(Resource root) throws InterruptedException {
        List<Resource> systems = gathering.members(root, "Systems");
        for (Resource system : systems) {
            gathering.add(Role.SYSTEM, system, system.link());
        }
        List<Resource> chassis = gathering.members(root, "Chassis");
        for (Resource each : chassis) {
            gathering.add(Role.CHASSIS, each, each.link());
        }
        if (scope.vitals()) {
            for (Resource each : chassis) {
                new ChassisCrawl(gathering, each).walk();
            }
            for (Resource system : systems) {
                storage(system);
            }
            // After the storages: a drive that one of them has belongs to it.
            for (Resource each : chassis) {
                for (Resource drive : gathering.members(each, "Drives")) {
                    gathering.add(Role.DRIVE, drive, each.link());
                }
            }
        }
        if (scope.vitals()) {
            Optional<Resource> equipment = gathering.follow(root, "PowerEquipment");
            if (equipment.isPresent()) {
                powerEquipment(equipment.get());
            }
        }
        if (scope.inventory()) {
            for (Resource system : systems) {
                inventory(system);
            }
            for (Resource each : chassis) {
                adapters(each);
            }
            for (Resource manager : gathering.members(root, "Managers")) {
                gathering.add(Role.MANAGER, manager, manager.link());
            }
        }
    }

    /** What a rack or a floor is fed through: DSP0268, PowerEquipment. */
    private void powerEquipment(Resource equipment) throws InterruptedException {
        for (String kind : POWER_EQUIPMENT) {
            for (Resource device : gathering.members(equipment, kind)) {
                Link owner = device.link();
                gathering.add(Role.POWER_DISTRIBUTION, device, owner);
                for (Resource mains : gathering.members(device, "Mains")) {
                    gathering.add(Role.MAINS, mains, owner);
                }
                for (Resource branch : gathering.members(device, "Branches")) {
                    gathering.add(Role.BRANCH, branch, owner);
                }
                for (Resource outlet : gathering.members(device, "Outlets")) {
                    gathering.add(Role.OUTLET, outlet, owner);
                }
                for (Resource supply : gathering.members(device, "PowerSupplies")) {
                    gathering.add(Role.SUPPLY, supply, owner);
                }
                gathering.addParts(Role.SUPPLY_SET, device, "PowerSupplyRedundancy", owner);
            }
        }
    }

    private void storage(Resource system) throws InterruptedException {
        List<Resource> all = gathering.members(system, "Storage");
        for (Resource storage : all) {
            Link owner = storage.link();
            gathering.add(Role.STORAGE, storage, owner);
            gathering.addParts(Role.CONTROLLER, storage, "StorageControllers", owner);
            for (Resource controller : gathering.members(storage, "Controllers")) {
                gathering.add(Role.CONTROLLER, controller, owner);
            }
            for (Resource drive : drives(storage)) {
                gathering.add(Role.DRIVE, drive, owner);
            }
            for (Resource volume : gathering.members(storage, "Volumes")) {
                gathering.add(Role.VOLUME, volume, owner);
            }
        }
        if (!all.isEmpty()) {
            return;
        }
        for (Resource simple : gathering.members(system, "SimpleStorage")) {
            gathering.add(Role.STORAGE, simple, simple.link());
            gathering.addParts(Role.SIMPLE_DEVICE, simple, "Devices", simple.link());
        }
    }

    private List<Resource> drives(Resource storage) throws InterruptedException {
        Json drives = storage.json().at("Drives");
        boolean linked = drives.items().stream().noneMatch(drive -> drive.at("Id").present());
        boolean many = drives.items().size() >= MANY_DRIVES;
        return expands && linked && many
                ? gathering.all(gathering.whole(storage).json().at("Drives"))
                : gathering.all(drives);
    }

    private void inventory(Resource system) throws InterruptedException {
        for (Resource processor : gathering.members(system, "Processors")) {
            gathering.add(Role.PROCESSOR, processor, system.link());
        }
        for (Resource memory : gathering.members(system, "Memory")) {
            gathering.add(Role.MEMORY, memory, system.link());
        }
        for (Resource nic : gathering.members(system, "EthernetInterfaces")) {
            gathering.add(Role.INTERFACE, nic, system.link());
        }
    }

    private void adapters(Resource chassis) throws InterruptedException {
        for (Resource adapter : gathering.members(chassis, "NetworkAdapters")) {
            gathering.add(Role.ADAPTER, adapter, adapter.link());
            // NetworkPorts is what Ports was called before version 1.5 of the schema.
            boolean current = adapter.link("Ports").isPresent();
            for (Resource port : gathering.members(adapter, current ? "Ports" : "NetworkPorts")) {
                gathering.add(Role.PORT, port, adapter.link());
            }
        }
    }

    /** What a chassis holds of power, cooling and sensors. */
    private record ChassisCrawl(Gathering gathering, Resource chassis) {

        void walk() throws InterruptedException {
            if (chassis.json().at("Status", "State").textOrEmpty().equals("Absent")) {
                return;
            }
            Optional<Resource> power = power();
            if (power.isEmpty()) {
                gathering
                        .follow(chassis, "EnvironmentMetrics")
                        .ifPresent(metrics -> add(Role.ENVIRONMENT, metrics));
            }
            cooling();
        }

        /** The old Power resource, where that is what tells of the supplies. */
        private Optional<Resource> power() throws InterruptedException {
            Optional<Resource> subsystem = gathering.follow(chassis, "PowerSubsystem");
            if (subsystem.isPresent() && supplies(subsystem.get())) {
                return Optional.empty();
            }
            Optional<Resource> power = gathering.follow(chassis, "Power");
            if (power.isPresent()) {
                addParts(Role.SUPPLY, power.get(), "PowerSupplies");
                addParts(Role.SUPPLY_SET, power.get(), "Redundancy");
                addParts(Role.VOLTAGE, power.get(), "Voltages");
                addParts(Role.POWER_CONTROL, power.get(), "PowerControl");
            }
            return power;
        }

        private boolean supplies(Resource subsystem) throws InterruptedException {
            List<Resource> supplies = gathering.members(subsystem, "PowerSupplies");
            for (Resource supply : supplies) {
                add(Role.SUPPLY, supply);
                boolean there = !supply.json().at("Status", "State").textOrEmpty().equals("Absent");
                Optional<Resource> metrics =
                        there ? gathering.follow(supply, "Metrics") : Optional.empty();
                metrics.ifPresent(m -> gathering.add(Role.SUPPLY_METRICS, m, supply.link()));
            }
            addParts(Role.SUPPLY_SET, subsystem, "PowerSupplyRedundancy");
            for (Resource battery : gathering.members(subsystem, "Batteries")) {
                add(Role.BATTERY, battery);
            }
            return !supplies.isEmpty();
        }

        private void cooling() throws InterruptedException {
            Optional<Resource> subsystem = gathering.follow(chassis, "ThermalSubsystem");
            boolean told = subsystem.isPresent() && fans(subsystem.get());
            Optional<Resource> thermal = gathering.follow(chassis, "Thermal");
            if (thermal.isPresent()) {
                if (!told) {
                    addParts(Role.FAN, thermal.get(), "Fans");
                    addParts(Role.FAN_SET, thermal.get(), "Redundancy");
                }
                addParts(Role.TEMPERATURE, thermal.get(), "Temperatures");
            }
            // One old document says what else takes a request for each sensor.
            if (thermal.isEmpty() || !has(thermal.get().json(), "Temperatures")) {
                for (Resource sensor : gathering.members(chassis, "Sensors")) {
                    add(Role.SENSOR, sensor);
                }
            }
        }

        private boolean fans(Resource subsystem) throws InterruptedException {
            List<Resource> fans = gathering.members(subsystem, "Fans");
            fans.forEach(fan -> add(Role.FAN, fan));
            addParts(Role.FAN_SET, subsystem, "FanRedundancy");
            return !fans.isEmpty();
        }

        private static boolean has(Json json, String property) {
            return !json.at(property).items().isEmpty();
        }

        private void add(Role role, Resource resource) {
            gathering.add(role, resource, chassis.link());
        }

        private void addParts(Role role, Resource resource, String property) {
            gathering.addParts(role, resource, property, chassis.link());
        }
    }
}
