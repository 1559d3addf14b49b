package io.holdfast.wire.stream;

import com.google.protobuf.InvalidProtocolBufferException;
import io.holdfast.wire.stream.proto.SessionProto;

/**
 * Messages and changes as bytes, and back.
 *
 * <p>Reading is total: whatever the bytes are, the answer is a message or a counted reason.
 */
public final class Codec {

    private Codec() {}

    public static byte[] encode(FromAgent message) {
        return SessionEncoder.message(message).toByteArray();
    }

    public static byte[] encode(FromCollector message) {
        return SessionEncoder.message(message).toByteArray();
    }

    public static byte[] encode(Numbered change) {
        return ChangeEncoder.change(change).toByteArray();
    }

    public static Decoded<FromAgent> fromAgent(byte[] bytes) {
        try {
            return new SessionDecoder().message(SessionProto.AgentMessage.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            return notAMessage(e);
        }
    }

    public static Decoded<FromCollector> fromCollector(byte[] bytes) {
        try {
            return new SessionDecoder().message(SessionProto.CollectorMessage.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            return notAMessage(e);
        }
    }

    /** Reads one change, as it lies in a spool. */
    public static Decoded<Numbered> numbered(byte[] bytes) {
        try {
            return new SessionDecoder().numbered(SessionProto.Change.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            return notAMessage(e);
        }
    }

    private static <T> Decoded<T> notAMessage(InvalidProtocolBufferException e) {
        return new Decoded.NotUnderstood<>(
                Misread.NOT_A_MESSAGE, WireLimits.cut(String.valueOf(e.getMessage())));
    }
}
