package io.holdfast.wire.stream;

import io.holdfast.core.component.HostId;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Look;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.proto.SessionProto;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what agent and collector say from the wire's messages. */
final class SessionDecoder {

    private final Misreads misreads = new Misreads();
    private final ChangeDecoder changes = new ChangeDecoder(misreads);

    Decoded<FromAgent> message(SessionProto.AgentMessage in) {
        return switch (in.getBodyCase()) {
            case HELLO -> hello(in.getHello());
            case BATCH -> batch(in.getBatch());
            case DIGEST -> digest(in.getDigest());
            case HEARTBEAT -> heartbeat(in.getHeartbeat());
            case DEVICE_STATUS ->
                    whole(
                            new DeviceStatusDecoder(misreads).statuses(in.getDeviceStatus()),
                            "a list of devices beyond its limits");
            case DEVICE_BATCH -> deviceBatch(in.getDeviceBatch());
            case BODY_NOT_SET -> bad(Misread.UNKNOWN_BODY, "a message of a newer agent");
        };
    }

    Decoded<FromCollector> message(SessionProto.CollectorMessage in) {
        return switch (in.getBodyCase()) {
            case WELCOME -> welcome(in.getWelcome());
            case ACK -> ack(in.getAck().getPosition());
            case DIGEST_REQUEST ->
                    misreads.understood(
                            new FromCollector.DigestRequest(
                                    WireLimits.cut(in.getDigestRequest().getReason())));
            case DUTIES ->
                    whole(
                            new DutyDecoder(misreads).duties(in.getDuties()),
                            "a list of duties beyond its limits");
            case DEVICE_ACK -> deviceAck(in.getDeviceAck());
            case HEARTBEAT_ACK ->
                    misreads.understood(
                            new FromCollector.HeartbeatAck(in.getHeartbeatAck().getNumber()));
            case BODY_NOT_SET -> bad(Misread.UNKNOWN_BODY, "a message of a newer collector");
        };
    }

    Decoded<Numbered> numbered(SessionProto.Change in) {
        if (in.getSequence() < 1) {
            return bad(Misread.BAD_NUMBER, "a sequence of " + in.getSequence());
        }
        Optional<Change> change = changes.change(in);
        if (change.isEmpty()) {
            return bad(Misread.UNKNOWN_BODY, "a change that cannot be used");
        }
        return misreads.understood(new Numbered(in.getSequence(), change.get()));
    }

    private Decoded<FromAgent> hello(SessionProto.Hello in) {
        Optional<HostId> host = misreads.host(in.getHost());
        if (host.isEmpty()) {
            return bad(Misread.BAD_HOST, "expected a host as site/rack/host in Hello");
        }
        if (in.getProtocol() < 1 || in.getIncarnation() < 1) {
            return bad(Misread.BAD_NUMBER, "protocol or incarnation below 1 in Hello");
        }
        return misreads.understood(
                new FromAgent.Hello(
                        in.getProtocol(),
                        WireLimits.cut(in.getVersion()),
                        host.get(),
                        in.getIncarnation(),
                        capabilities(in.getCapabilitiesList()),
                        Micros.instant(in.getSentAtMicros()),
                        WireLimits.cut(in.getBootId()),
                        labels(in.getLabelsMap())));
    }

    private SortedMap<String, String> labels(Map<String, String> in) {
        if (in.size() > WireLimits.MOST_LABELS) {
            misreads.note(Misread.TOO_MANY);
        }
        SortedMap<String, String> labels = new TreeMap<>();
        in.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(WireLimits.MOST_LABELS)
                .forEach(e -> labels.put(WireLimits.cut(e.getKey()), WireLimits.cut(e.getValue())));
        return labels;
    }

    private Decoded<FromAgent> deviceBatch(SessionProto.DeviceBatch in) {
        Optional<HostId> device = misreads.host(in.getDevice());
        if (device.isEmpty()) {
            return bad(Misread.BAD_HOST, "expected a device as site/rack/name in DeviceBatch");
        }
        return switch (batch(in.getBatch())) {
            case Decoded.Understood<FromAgent>(FromAgent said, var counts)
                    when said instanceof FromAgent.Batch batch ->
                    misreads.understood(new FromAgent.DeviceBatch(device.get(), batch));
            case Decoded.Understood<FromAgent> other -> other;
            case Decoded.NotUnderstood<FromAgent> not -> not;
        };
    }

    private Decoded<FromAgent> batch(SessionProto.Batch in) {
        if (in.getChangesCount() > WireLimits.MOST_CHANGES) {
            return bad(Misread.TOO_MANY, in.getChangesCount() + " changes in a batch");
        }
        if (in.getIncarnation() < 1 || in.getChangesCount() == 0) {
            return bad(Misread.BAD_NUMBER, "a batch without incarnation or changes");
        }
        List<Numbered> numbered = new ArrayList<>();
        long last = 0;
        for (SessionProto.Change change : in.getChangesList()) {
            long sequence = change.getSequence();
            if (sequence <= last) {
                return bad(Misread.OUT_OF_ORDER, "sequence " + sequence + " after " + last);
            }
            last = sequence;
            changes.change(change).ifPresent(c -> numbered.add(new Numbered(sequence, c)));
        }
        return misreads.understood(new FromAgent.Batch(in.getIncarnation(), last, numbered));
    }

    private Decoded<FromAgent> digest(SessionProto.DigestPart in) {
        if (in.getChangesCount() > WireLimits.MOST_CHANGES
                || in.getParts() > WireLimits.MOST_PARTS) {
            return bad(Misread.TOO_MANY, "a digest beyond its limits");
        }
        Optional<Position> position = position(in.getPosition());
        if (position.isEmpty() || in.getPart() < 0 || in.getPart() >= in.getParts()) {
            return bad(Misread.BAD_NUMBER, "part " + in.getPart() + " of " + in.getParts());
        }
        List<Change> state = new ArrayList<>();
        in.getChangesList().forEach(change -> changes.change(change).ifPresent(state::add));
        return misreads.understood(
                new FromAgent.DigestPart(position.get(), in.getPart(), in.getParts(), state));
    }

    private Decoded<FromAgent> heartbeat(SessionProto.Heartbeat in) {
        Optional<Position> position = position(in.getPosition());
        boolean negative =
                in.getDropped() < 0
                        || in.getSpooled() < 0
                        || in.getRssBytes() < 0
                        || in.getCpuMillis() < 0;
        if (position.isEmpty() || negative) {
            return bad(Misread.BAD_NUMBER, "a number out of range in Heartbeat");
        }
        if (in.getLooksCount() > WireLimits.MOST_LOOKS) {
            return bad(Misread.TOO_MANY, in.getLooksCount() + " looks in a heartbeat");
        }
        SortedMap<String, Look> looks = new TreeMap<>();
        for (SessionProto.Look look : in.getLooksList()) {
            looks.put(
                    look.getProbe(),
                    new Look(Micros.instant(look.getAtMicros()), look.getComplete()));
        }
        return misreads.understood(
                new FromAgent.Heartbeat(
                        Micros.instant(in.getSentAtMicros()),
                        position.get(),
                        in.getDropped(),
                        in.getSpooled(),
                        Duration.ofMillis(Integer.toUnsignedLong(in.getPollLatenessMillis())),
                        in.getRssBytes(),
                        Duration.ofMillis(in.getCpuMillis()),
                        looks,
                        in.getNumber()));
    }

    private Decoded<FromCollector> welcome(SessionProto.Welcome in) {
        Optional<Position> durable = position(in.getDurable());
        if (durable.isEmpty() || in.getProtocol() < 1 || in.getHeartbeatMillis() < 1) {
            return bad(Misread.BAD_NUMBER, "a number out of range in Welcome");
        }
        return misreads.understood(
                new FromCollector.Welcome(
                        in.getProtocol(),
                        WireLimits.cut(in.getVersion()),
                        durable.get(),
                        Duration.ofMillis(in.getHeartbeatMillis()),
                        Micros.instant(in.getReceivedAtMicros()),
                        capabilities(in.getCapabilitiesList()),
                        Duration.ofMillis(Integer.toUnsignedLong(in.getPollLeaseMillis()))));
    }

    private Decoded<FromCollector> ack(SessionProto.Position in) {
        Optional<Position> position = position(in);
        if (position.isEmpty()) {
            return bad(Misread.BAD_NUMBER, "a position out of range in Ack");
        }
        return misreads.understood(new FromCollector.Ack(position.get()));
    }

    private Decoded<FromCollector> deviceAck(SessionProto.DeviceAck in) {
        Optional<HostId> device = misreads.host(in.getDevice());
        Optional<Position> position = position(in.getPosition());
        if (device.isEmpty() || position.isEmpty()) {
            return bad(Misread.BAD_NUMBER, "a device or position out of range in DeviceAck");
        }
        return misreads.understood(new FromCollector.DeviceAck(device.get(), position.get()));
    }

    private <T> Decoded<T> whole(Optional<T> message, String otherwise) {
        return message.map(misreads::understood).orElseGet(() -> bad(Misread.TOO_MANY, otherwise));
    }

    private List<String> capabilities(List<String> in) {
        if (in.size() > WireLimits.MOST_CAPABILITIES) {
            misreads.note(Misread.TOO_MANY);
        }
        return in.stream().limit(WireLimits.MOST_CAPABILITIES).map(WireLimits::cut).toList();
    }

    private static Optional<Position> position(SessionProto.Position in) {
        boolean inRange = in.getIncarnation() >= 0 && in.getSequence() >= 0;
        return inRange
                ? Optional.of(new Position(in.getIncarnation(), in.getSequence()))
                : Optional.empty();
    }

    private static <T> Decoded<T> bad(Misread reason, String detail) {
        return new Decoded.NotUnderstood<>(reason, WireLimits.cut(detail));
    }
}
