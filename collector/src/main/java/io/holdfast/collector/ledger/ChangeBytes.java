package io.holdfast.collector.ledger;

import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes as bytes of the store: parts of a digest as on the wire, each after its length.
 *
 * <p>So the rules by which the wire may change hold for the store as well.
 */
public final class ChangeBytes {

    private ChangeBytes() {}

    public static byte[] encode(List<Change> changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            int parts = Math.ceilDiv(changes.size(), WireLimits.MOST_CHANGES);
            for (int part = 0; part < parts; part++) {
                int from = part * WireLimits.MOST_CHANGES;
                int until = Math.min(from + WireLimits.MOST_CHANGES, changes.size());
                byte[] message =
                        Codec.encode(
                                new FromAgent.DigestPart(
                                        Position.NONE, part, parts, changes.subList(from, until)));
                out.writeInt(message.length);
                out.write(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The changes of these bytes.
     *
     * @throws IOException if they are none
     */
    public static List<Change> decode(byte[] bytes) throws IOException {
        List<Change> changes = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            while (in.available() > 0) {
                byte[] message = in.readNBytes(in.readInt());
                changes.addAll(part(message).changes());
            }
        }
        return changes;
    }

    /**
     * The batch of these bytes, as {@link Codec#encode} made them.
     *
     * @throws IOException if they are none
     */
    public static FromAgent.Batch batch(byte[] bytes) throws IOException {
        if (message(bytes) instanceof FromAgent.Batch batch) {
            return batch;
        }
        throw new IOException("expected a batch of changes, found another message");
    }

    private static FromAgent.DigestPart part(byte[] bytes) throws IOException {
        if (message(bytes) instanceof FromAgent.DigestPart part) {
            return part;
        }
        throw new IOException("expected a state of a host, found another message");
    }

    private static FromAgent message(byte[] bytes) throws IOException {
        return switch (Codec.fromAgent(bytes)) {
            case Decoded.Understood<FromAgent> understood -> understood.message();
            case Decoded.NotUnderstood<FromAgent> not ->
                    throw new IOException(not.reason().word() + ": " + not.detail());
        };
    }
}
