package io.holdfast.agent.devices.ipmi.look;

import io.holdfast.agent.devices.ipmi.chassis.ChassisStatus;
import io.holdfast.agent.devices.ipmi.chassis.DcmiPower;
import io.holdfast.agent.devices.ipmi.chassis.DeviceId;
import io.holdfast.agent.devices.ipmi.fru.FruInfo;
import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.sdr.Entity;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord;
import io.holdfast.agent.devices.ipmi.sel.SelEntry;
import io.holdfast.agent.devices.ipmi.sel.SelInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that one look at a BMC brought.
 *
 * @param at when it ended
 * @param source the way to the BMC, for evidence
 * @param id what the controller is
 * @param chassis how the chassis is
 * @param sensors every sensor of the records
 * @param locators the replaceable units of the records
 * @param units what the units say of themselves, by the entity that they are
 * @param system what the server as a whole says of itself
 * @param power what DCMI says of power
 * @param log how full the event log is
 * @param recent what the event log holds of late, oldest first: history, never a present state
 * @param cipherZero whether the BMC lets anybody in without a password
 * @param unreadable how many records could not be understood
 * @param broken why the look ended early; empty where it is whole
 */
public record BmcLook(
        Instant at,
        String source,
        DeviceId id,
        Optional<ChassisStatus> chassis,
        List<SensorLook> sensors,
        List<SdrRecord.FruLocator> locators,
        Map<Entity, FruInfo> units,
        FruInfo system,
        Optional<DcmiPower> power,
        Optional<SelInfo> log,
        List<SelEntry> recent,
        boolean cipherZero,
        int unreadable,
        Optional<Answer.None> broken) {

    public BmcLook {
        sensors = List.copyOf(sensors);
        locators = List.copyOf(locators);
        units = Map.copyOf(units);
        recent = List.copyOf(recent);
    }

    /** Whether the server is known to be switched off. */
    public boolean off() {
        return chassis.map(status -> !status.powerOn()).orElse(false);
    }
}
