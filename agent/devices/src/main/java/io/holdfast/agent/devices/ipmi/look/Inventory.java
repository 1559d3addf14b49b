package io.holdfast.agent.devices.ipmi.look;

import io.holdfast.agent.devices.ipmi.chassis.DeviceId;
import io.holdfast.agent.devices.ipmi.fru.FruInfo;
import io.holdfast.agent.devices.ipmi.sdr.Entity;
import io.holdfast.agent.devices.ipmi.sdr.RepositoryInfo;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;
import io.holdfast.agent.devices.ipmi.sensor.Thresholds;
import java.util.List;
import java.util.Map;

/**
 * What a BMC has, which stays while its repository does.
 *
 * @param info the repository's state
 * @param id what the controller is
 * @param sensors every sensor, shared records told apart
 * @param locators the replaceable units
 * @param thresholds by sensor
 * @param units what the units say of themselves
 * @param system what the server says of itself
 * @param unreadable how many records could not be understood
 */
record Inventory(
        RepositoryInfo info,
        DeviceId id,
        List<SdrRecord.Sensor> sensors,
        List<SdrRecord.FruLocator> locators,
        Map<SensorKey, Thresholds> thresholds,
        Map<Entity, FruInfo> units,
        FruInfo system,
        int unreadable) {}
