package io.holdfast.wire.stream;

import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.state.Look;
import io.holdfast.wire.stream.proto.SessionProto;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads how devices answer an agent. */
final class DeviceStatusDecoder {

    /** Longer ago than any process of ours has lived. */
    private static final long LONGEST_MILLIS = Duration.ofDays(36_500).toMillis();

    private final Misreads misreads;
    private final ObservationDecoder observations;

    DeviceStatusDecoder(Misreads misreads) {
        this.misreads = misreads;
        this.observations = new ObservationDecoder(misreads);
    }

    Optional<FromAgent> statuses(SessionProto.DeviceStatusList in) {
        if (in.getDevicesCount() > WireLimits.MOST_DUTIES) {
            return misreads.none(Misread.TOO_MANY);
        }
        List<DeviceStatus> devices = new ArrayList<>();
        in.getDevicesList().forEach(status -> status(status).ifPresent(devices::add));
        return Optional.of(new FromAgent.DeviceStatuses(devices));
    }

    private Optional<DeviceStatus> status(SessionProto.DeviceStatus in) {
        Optional<HostId> device = misreads.host(in.getDevice());
        if (device.isEmpty()) {
            return Optional.empty();
        }
        if (in.getEpoch() < 0 || in.getFailures() < 0) {
            return misreads.none(Misread.BAD_NUMBER);
        }
        if (in.getLooksCount() > WireLimits.MOST_LOOKS) {
            return misreads.none(Misread.TOO_MANY);
        }
        SortedMap<String, Look> looks = new TreeMap<>();
        for (SessionProto.Look look : in.getLooksList()) {
            looks.put(
                    WireLimits.cut(look.getProbe()),
                    new Look(Micros.instant(look.getAtMicros()), look.getComplete()));
        }
        Optional<Silence> error =
                in.hasError() ? Optional.of(observations.silence(in.getError())) : Optional.empty();
        return Optional.of(
                new DeviceStatus(
                        device.get(),
                        in.getEpoch(),
                        in.hasAnsweredMillisAgo()
                                ? Optional.of(ago(in.getAnsweredMillisAgo()))
                                : Optional.empty(),
                        in.hasTriedMillisAgo()
                                ? Optional.of(ago(in.getTriedMillisAgo()))
                                : Optional.empty(),
                        in.getFailures(),
                        error,
                        Duration.ofMillis(Integer.toUnsignedLong(in.getLatenessMillis())),
                        looks));
    }

    /**
     * A length out of range, from a peer that lies, is the longest: nothing young is made of it.
     */
    private static Duration ago(long millis) {
        boolean inRange = millis >= 0 && millis <= LONGEST_MILLIS;
        return Duration.ofMillis(inRange ? millis : LONGEST_MILLIS);
    }
}
