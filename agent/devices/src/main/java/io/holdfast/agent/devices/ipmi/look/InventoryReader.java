package io.holdfast.agent.devices.ipmi.look;

import io.holdfast.agent.devices.ipmi.chassis.DeviceId;
import io.holdfast.agent.devices.ipmi.fru.FruInfo;
import io.holdfast.agent.devices.ipmi.fru.FruReader;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Outcome;
import io.holdfast.agent.devices.ipmi.sdr.Entity;
import io.holdfast.agent.devices.ipmi.sdr.Repository;
import io.holdfast.agent.devices.ipmi.sdr.RepositoryInfo;
import io.holdfast.agent.devices.ipmi.sdr.SdrCache;
import io.holdfast.agent.devices.ipmi.sdr.SdrDecoder;
import io.holdfast.agent.devices.ipmi.sdr.SdrReader;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;
import io.holdfast.agent.devices.ipmi.sensor.Thresholds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a BMC has: records, thresholds, units. Needed once for each state of its repository.
 */
final class InventoryReader {

    /** More units than this are not asked what they are. */
    private static final int MOST_UNITS = 64;

    /** The unit that is the server itself (IPMI 2.0, 38.1). */
    private static final int SYSTEM_UNIT = 0;

    private final Bmc bmc;
    private final SdrCache cache;

    InventoryReader(Bmc bmc, SdrCache cache) {
        this.bmc = bmc;
        this.cache = cache;
    }

    Outcome<Inventory> read(DeviceId id, RepositoryInfo info) throws InterruptedException {
        Outcome<Repository> outcome = records(id, info);
        if (!(outcome instanceof Outcome.Got<Repository>(Repository repository))) {
            return switch (outcome) {
                case Outcome.Missed<Repository>(String name, var why, String detail) ->
                        new Outcome.Missed<>(name, why, detail);
                case Outcome.Refused<Repository>(String name, int code) ->
                        new Outcome.Refused<>(name, code);
                case Outcome.Got<Repository> got -> throw new IllegalStateException();
            };
        }
        List<SdrRecord.Sensor> sensors = new ArrayList<>();
        List<SdrRecord.FruLocator> locators = new ArrayList<>();
        int unreadable = 0;
        for (Octets raw : repository.raw()) {
            switch (SdrDecoder.decode(raw)) {
                case Decoded.Bad<SdrRecord> bad -> unreadable++;
                case Decoded.Good<SdrRecord>(SdrRecord.Sensor sensor) ->
                        sensors.addAll(sensor.each());
                case Decoded.Good<SdrRecord>(SdrRecord.FruLocator locator) -> locators.add(locator);
                case Decoded.Good<SdrRecord> other -> {}
            }
        }
        FruReader frus = new FruReader(bmc);
        FruInfo system = frus.read(SYSTEM_UNIT).found().orElse(FruInfo.NONE);
        return new Outcome.Got<>(
                new Inventory(
                        info,
                        id,
                        sensors,
                        locators,
                        thresholds(sensors),
                        units(frus, locators),
                        system,
                        unreadable));
    }

    private Outcome<Repository> records(DeviceId id, RepositoryInfo info)
            throws InterruptedException {
        String name = bmc.link().source();
        var kept = cache.get(name, info);
        if (kept.isPresent()) {
            return new Outcome.Got<>(kept.get());
        }
        Outcome<Repository> read = SdrReader.read(bmc, id.repository(), info);
        read.found().ifPresent(repository -> cache.put(name, repository));
        return read;
    }

    private Map<SensorKey, Thresholds> thresholds(List<SdrRecord.Sensor> sensors)
            throws InterruptedException {
        Map<SensorKey, Thresholds> all = new HashMap<>();
        for (SdrRecord.Sensor sensor : sensors) {
            if (sensor.threshold().command() && LookReader.askable(sensor)) {
                bmc.ask(Thresholds.command(sensor.key()))
                        .found()
                        .ifPresent(found -> all.put(sensor.key(), found));
            }
        }
        return all;
    }

    private Map<Entity, FruInfo> units(FruReader frus, List<SdrRecord.FruLocator> locators)
            throws InterruptedException {
        Map<Entity, FruInfo> all = new HashMap<>();
        for (SdrRecord.FruLocator locator : locators.stream().limit(MOST_UNITS).toList()) {
            boolean ours = locator.entity().id() == Entity.POWER_SUPPLY;
            if (ours && locator.logical() && locator.access() == LookReader.BMC_ADDRESS) {
                frus.read(locator.device())
                        .found()
                        .ifPresent(info -> all.put(locator.entity(), info));
            }
        }
        return all;
    }
}
