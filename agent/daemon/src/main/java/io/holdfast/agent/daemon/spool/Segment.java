package io.holdfast.agent.daemon.spool;

import io.holdfast.core.state.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One file of the spool: entries one after the other, all of one incarnation.
 *
 * <p>An entry is {@code length, checksum, sequence, weight, bytes}: a four-byte length of what
 * follows the checksum, its CRC-32C, eight bytes of sequence, one of weight, and the change.
 * Reading ends at the first entry whose checksum is wrong: what a crash tore off was never read by
 * anyone.
 */
final class Segment {

    static final int HEADER_BYTES = Integer.BYTES * 2;
    static final int PREFIX_BYTES = Long.BYTES + 1;

    /** A longer entry is not one of ours. */
    static final int MOST_ENTRY_BYTES = 4 << 20;

    private Segment() {}

    /** The entries of a file, in order, as far as they are whole. */
    static Content read(Path file, long incarnation) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<Entry> entries = new ArrayList<>();
        long last = 0;
        int good = 0;
        while (in.remaining() >= HEADER_BYTES) {
            int length = in.getInt();
            int checksum = in.getInt();
            boolean whole =
                    length >= PREFIX_BYTES
                            && length <= MOST_ENTRY_BYTES
                            && length <= in.remaining()
                            && checksum(bytes, in.position(), length) == checksum;
            if (!whole) {
                break;
            }
            long sequence = in.getLong();
            Optional<Weight> weight = Weight.ofCode(in.get());
            if (sequence <= last || weight.isEmpty()) {
                break;
            }
            byte[] change = new byte[length - PREFIX_BYTES];
            in.get(change);
            entries.add(new Entry(new Position(incarnation, sequence), weight.get(), change));
            last = sequence;
            good = in.position();
        }
        return new Content(List.copyOf(entries), good, bytes.length - good);
    }

    /** Writes entries to the end of an open file. */
    static void write(FileChannel out, List<Entry> entries) throws IOException {
        int size = entries.stream().mapToInt(Segment::size).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size);
        for (Entry entry : entries) {
            int start = buffer.position();
            int length = PREFIX_BYTES + entry.bytes().length;
            buffer.position(start + HEADER_BYTES);
            buffer.putLong(entry.position().sequence());
            buffer.put(entry.weight().code());
            buffer.put(entry.bytes());
            buffer.putInt(start, length);
            buffer.putInt(
                    start + Integer.BYTES, checksum(buffer.array(), start + HEADER_BYTES, length));
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /** Replaces a file's entries, or leaves it as it was. */
    static void rewrite(Path file, List<Entry> entries) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (FileChannel out =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                write(out, entries);
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    static int size(Entry entry) {
        return HEADER_BYTES + PREFIX_BYTES + entry.bytes().length;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    /**
     * What a file holds.
     *
     * @param goodBytes up to where it is whole
     * @param tornBytes what follows, and is nobody's
     */
    record Content(List<Entry> entries, int goodBytes, int tornBytes) {}
}
