package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.chassis.ChassisStatus;
import io.holdfast.agent.devices.ipmi.chassis.DeviceId;
import io.holdfast.agent.devices.ipmi.fru.FruInfo;
import io.holdfast.agent.devices.ipmi.look.BmcLook;
import io.holdfast.agent.devices.ipmi.look.Seen;
import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.agent.devices.ipmi.sdr.SdrFile;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord.Sensor;
import io.holdfast.agent.devices.ipmi.sel.SelEntry;
import io.holdfast.agent.devices.ipmi.sensor.SensorReading;
import io.holdfast.agent.devices.ipmi.sensor.Thresholds;
import io.holdfast.core.component.HostId;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks at our own simulated server, with states that a test sets. */
final class FakeServer {

    static final HostId HOST = new HostId("ber1", "r12", "db07");

    final Memory memory = new Memory();
    boolean on = true;
    boolean cipherZero;
    List<SelEntry> logged = List.of();

    private final Map<String, Sensor> sensors = new LinkedHashMap<>();
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    FakeServer() {
        for (Sensor sensor : SdrFile.sensors(SdrFile.own())) {
            sensors.put(sensor.name(), sensor);
        }
        sensors.keySet().forEach(name -> states(name, 1));
        states("Intrusion", 0);
        sensors.values().stream().filter(Sensor::thresholds).forEach(s -> raw(s.name(), 50, 0));
    }

    void states(String name, int bits) {
        seen.put(
                name,
                new Seen.Present(new SensorReading(0, true, false, bits), OptionalDouble.empty()));
    }

    void raw(String name, int raw, int passed) {
        seen.put(
                name,
                new Seen.Present(
                        new SensorReading(raw, true, false, passed),
                        Objects.requireNonNull(sensors.get(name))
                                .scale()
                                .orElseThrow()
                                .convert(raw)));
    }

    void set(String name, Seen what) {
        seen.put(name, what);
    }

    Survey look() {
        List<SensorLook> looks =
                sensors.values().stream()
                        .map(
                                s ->
                                        new SensorLook(
                                                s,
                                                Thresholds.NONE,
                                                seen.getOrDefault(s.name(), new Seen.NotAsked())))
                        .toList();
        BmcLook look =
                new BmcLook(
                        Instant.EPOCH,
                        "ipmi bmc:623",
                        new DeviceId(32, "2.30", "2.0", 674, 256, true),
                        Optional.of(
                                new ChassisStatus(
                                        on, false, false, false, false, false, false, false)),
                        looks,
                        List.of(),
                        Map.of(),
                        new FruInfo("Hold", "Fast 1", "", "S1"),
                        Optional.empty(),
                        Optional.empty(),
                        logged,
                        cipherZero,
                        0,
                        Optional.empty());
        return ServerSurvey.of("ipmi.bmc", HOST, look, memory);
    }
}
