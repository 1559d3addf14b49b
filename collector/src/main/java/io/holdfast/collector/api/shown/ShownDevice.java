package io.holdfast.collector.api.shown;

import io.holdfast.collector.view.DeviceView;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.wire.api.DeviceAnswer;
import io.holdfast.wire.api.DeviceList;
import io.holdfast.wire.api.DeviceList.State;
import io.holdfast.wire.api.SilenceCause;
import io.holdfast.wire.api.SilenceReport;
import io.holdfast.wire.api.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A polled device as clients see it. */
public final class ShownDevice {

    private ShownDevice() {}

    /** All devices. */
    public static DeviceList list(List<DeviceView> devices, Instant now) {
        return new DeviceList(
                now,
                devices.stream().map(ShownDevice::status).reduce(Status.OK, Status::worse),
                devices.stream().map(device -> device(device, now)).toList());
    }

    /** How a device answers. */
    public static DeviceAnswer answer(DeviceView device, Instant now) {
        return new DeviceAnswer(
                state(device),
                device.poller().map(HostId::toString),
                device.answeredAt(),
                age(device.answeredAt(), now));
    }

    private static DeviceList.Device device(DeviceView device, Instant now) {
        return new DeviceList.Device(
                device.id().toString(),
                device.kind().word(),
                device.access().protocol(),
                device.access().place(),
                state(device),
                device.every().toSeconds(),
                device.poller().map(HostId::toString),
                device.standIn().map(HostId::toString),
                device.answeredAt(),
                age(device.answeredAt(), now),
                device.lateness().toMillis(),
                device.error().map(ShownDevice::silence),
                device.agents().stream().map(reach -> reach(reach, now)).toList());
    }

    private static DeviceList.Reach reach(DeviceView.Reach reach, Instant now) {
        return new DeviceList.Reach(
                reach.agent().toString(),
                reach.heard(),
                reach.answeredAt(),
                age(reach.answeredAt(), now),
                reach.failures(),
                reach.error().map(ShownDevice::silence));
    }

    private static State state(DeviceView device) {
        if (device.answeredAt().isEmpty()) {
            return State.NEVER;
        }
        return device.silent() ? State.SILENT : State.ANSWERS;
    }

    /** One that could have a stand-in and has none is a warning: the next loss makes it silent. */
    private static Status status(DeviceView device) {
        if (state(device) != State.ANSWERS) {
            return Status.UNKNOWN;
        }
        long heard = device.agents().stream().filter(DeviceView.Reach::heard).count();
        return heard > 1 && device.standIn().isEmpty() ? Status.WARNING : Status.OK;
    }

    private static OptionalLong age(Optional<Instant> at, Instant now) {
        return at.map(then -> OptionalLong.of(Math.max(0, Duration.between(then, now).toSeconds())))
                .orElse(OptionalLong.empty());
    }

    private static SilenceReport silence(Silence silence) {
        return new SilenceReport(
                SilenceCause.of(silence.cause()), silence.detail(), silence.remedy());
    }
}
