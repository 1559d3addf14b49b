package io.holdfast.wire.stream;

import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.proto.SessionProto;

/** Puts what agent and collector say into the wire's messages. */
final class SessionEncoder {

    private SessionEncoder() {}

    static SessionProto.AgentMessage message(FromAgent message) {
        SessionProto.AgentMessage.Builder out = SessionProto.AgentMessage.newBuilder();
        switch (message) {
            case FromAgent.Hello hello -> out.setHello(hello(hello));
            case FromAgent.Batch batch -> out.setBatch(batch(batch));
            case FromAgent.DigestPart part -> out.setDigest(digest(part));
            case FromAgent.Heartbeat heartbeat -> out.setHeartbeat(heartbeat(heartbeat));
            case FromAgent.DeviceStatuses statuses ->
                    out.setDeviceStatus(DeviceEncoder.statuses(statuses));
            case FromAgent.DeviceBatch(var device, var batch) ->
                    out.setDeviceBatch(
                            SessionProto.DeviceBatch.newBuilder()
                                    .setDevice(device.toString())
                                    .setBatch(batch(batch)));
        }
        return out.build();
    }

    static SessionProto.CollectorMessage message(FromCollector message) {
        SessionProto.CollectorMessage.Builder out = SessionProto.CollectorMessage.newBuilder();
        switch (message) {
            case FromCollector.Welcome welcome -> out.setWelcome(welcome(welcome));
            case FromCollector.Ack ack ->
                    out.setAck(SessionProto.Ack.newBuilder().setPosition(position(ack.position())));
            case FromCollector.DigestRequest request ->
                    out.setDigestRequest(
                            SessionProto.DigestRequest.newBuilder()
                                    .setReason(WireLimits.cut(request.reason())));
            case FromCollector.Duties duties -> out.setDuties(DeviceEncoder.duties(duties));
            case FromCollector.DeviceAck(var device, var position) ->
                    out.setDeviceAck(
                            SessionProto.DeviceAck.newBuilder()
                                    .setDevice(device.toString())
                                    .setPosition(position(position)));
            case FromCollector.HeartbeatAck(long number) ->
                    out.setHeartbeatAck(SessionProto.HeartbeatAck.newBuilder().setNumber(number));
        }
        return out.build();
    }

    private static SessionProto.Position position(Position position) {
        return SessionProto.Position.newBuilder()
                .setIncarnation(position.incarnation())
                .setSequence(position.sequence())
                .build();
    }

    private static SessionProto.Hello hello(FromAgent.Hello hello) {
        return SessionProto.Hello.newBuilder()
                .setProtocol(hello.protocol())
                .setVersion(WireLimits.cut(hello.version()))
                .setHost(hello.host().toString())
                .setIncarnation(hello.incarnation())
                .addAllCapabilities(hello.capabilities())
                .setSentAtMicros(Micros.of(hello.sentAt()))
                .setBootId(WireLimits.cut(hello.bootId()))
                .putAllLabels(hello.labels())
                .build();
    }

    private static SessionProto.Batch batch(FromAgent.Batch batch) {
        SessionProto.Batch.Builder out =
                SessionProto.Batch.newBuilder().setIncarnation(batch.incarnation());
        batch.changes().forEach(change -> out.addChanges(ChangeEncoder.change(change)));
        return out.build();
    }

    private static SessionProto.DigestPart digest(FromAgent.DigestPart part) {
        SessionProto.DigestPart.Builder out =
                SessionProto.DigestPart.newBuilder()
                        .setPosition(position(part.position()))
                        .setPart(part.part())
                        .setParts(part.parts());
        part.changes().forEach(change -> out.addChanges(ChangeEncoder.change(0, change)));
        return out.build();
    }

    private static SessionProto.Heartbeat heartbeat(FromAgent.Heartbeat heartbeat) {
        SessionProto.Heartbeat.Builder out =
                SessionProto.Heartbeat.newBuilder()
                        .setSentAtMicros(Micros.of(heartbeat.sentAt()))
                        .setPosition(position(heartbeat.position()))
                        .setDropped(heartbeat.dropped())
                        .setSpooled(heartbeat.spooled())
                        .setPollLatenessMillis(
                                (int)
                                        Math.min(
                                                Integer.MAX_VALUE,
                                                heartbeat.pollLateness().toMillis()))
                        .setRssBytes(heartbeat.rssBytes())
                        .setCpuMillis(heartbeat.cpu().toMillis())
                        .setNumber(heartbeat.number());
        heartbeat
                .looks()
                .forEach(
                        (probe, look) ->
                                out.addLooks(
                                        SessionProto.Look.newBuilder()
                                                .setProbe(probe)
                                                .setAtMicros(Micros.of(look.at()))
                                                .setComplete(look.complete())));
        return out.build();
    }

    private static SessionProto.Welcome welcome(FromCollector.Welcome welcome) {
        return SessionProto.Welcome.newBuilder()
                .setProtocol(welcome.protocol())
                .setVersion(WireLimits.cut(welcome.version()))
                .setDurable(position(welcome.durable()))
                .setHeartbeatMillis((int) welcome.heartbeat().toMillis())
                .setReceivedAtMicros(Micros.of(welcome.receivedAt()))
                .addAllCapabilities(welcome.capabilities())
                .setPollLeaseMillis((int) welcome.pollLease().toMillis())
                .build();
    }
}
