package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.shown.ShownDevice;
import io.holdfast.collector.operations.Devices;
import io.holdfast.wire.api.DeviceList;
import io.holdfast.wire.api.json.JsonRecord;
import java.time.InstantSource;
import java.util.Set;

/** Answers who polls which device, and how they answer. */
final class Polling {

    private static final JsonRecord<DeviceList> DEVICES = JsonRecord.of(DeviceList.class);

    private final Devices devices;
    private final InstantSource clock;

    Polling(Devices devices, InstantSource clock) {
        this.devices = devices;
        this.clock = clock;
    }

    Answer devices(Call call) {
        call.expectQuery(Set.of());
        return Answer.ok(DEVICES, ShownDevice.list(devices.devices(), clock.instant()));
    }
}
