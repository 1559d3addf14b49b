package io.holdfast.collector.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The rolled-up readings of one host in one row: for each series, by slot.
 *
 * <p>As bytes: a version, then deflated: the number of series; for each its number less the one
 * before, its number of slots, and for each slot its place in the row, its count, and its mean with
 * its minimum and maximum where the count is above 1. Whole numbers are of seven bits a byte;
 * values are single floats, which is finer than any sensor.
 */
public final class Block {

    private static final int VERSION = 1;

    private final SortedMap<Long, SortedMap<Integer, Stat>> series = new TreeMap<>();

    /** Adds to what is there already. */
    public void add(long number, int slot, Stat stat) {
        series.computeIfAbsent(number, key -> new TreeMap<>()).merge(slot, stat, Stat::with);
    }

    /** The slots of a series, by their place in the row. */
    public SortedMap<Integer, Stat> slots(long number) {
        return series.getOrDefault(number, Collections.emptySortedMap());
    }

    /** Takes one slot of one series. */
    @FunctionalInterface
    public interface Taker {
        void take(long number, int slot, Stat stat);
    }

    /** Hands over every slot of every series. */
    public void forEach(Taker taker) {
        series.forEach((number, slots) -> slots.forEach((s, stat) -> taker.take(number, s, stat)));
    }

    /** The block as bytes of the store. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            writeNumber(out, series.size());
            long last = 0;
            for (var entry : series.entrySet()) {
                writeNumber(out, entry.getKey() - last);
                last = entry.getKey();
                writeNumber(out, entry.getValue().size());
                for (var slot : entry.getValue().entrySet()) {
                    writeNumber(out, slot.getKey());
                    write(out, slot.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /**
     * The block of these bytes.
     *
     * @throws IOException if they are none
     */
    public static Block of(byte[] bytes) throws IOException {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            throw new IOException("expected readings of version " + VERSION);
        }
        Block block = new Block();
        try (DataInputStream in =
                new DataInputStream(
                        new InflaterInputStream(
                                new ByteArrayInputStream(bytes, 1, bytes.length - 1),
                                new Inflater(true)))) {
            long count = readNumber(in);
            long number = 0;
            for (long i = 0; i < count; i++) {
                number += readNumber(in);
                long slots = readNumber(in);
                for (long s = 0; s < slots; s++) {
                    int slot = (int) readNumber(in);
                    block.add(number, slot, read(in));
                }
            }
        }
        return block;
    }

    private static void write(DataOutputStream out, Stat stat) throws IOException {
        writeNumber(out, stat.count());
        out.writeFloat((float) stat.mean());
        if (stat.count() > 1) {
            out.writeFloat((float) stat.min());
            out.writeFloat((float) stat.max());
        }
    }

    private static Stat read(DataInputStream in) throws IOException {
        long count = readNumber(in);
        float mean = in.readFloat();
        if (count == 1) {
            return Stat.of(mean);
        }
        float min = in.readFloat();
        float max = in.readFloat();
        if (count < 1) {
            throw new IOException("expected a count of 1 or more, found " + count);
        }
        return new Stat(min, max, mean, count);
    }

    private static void writeNumber(DataOutputStream out, long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readNumber(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = in.readUnsignedByte();
            value |= (octet & 0x7fL) << shift;
            if ((octet & 0x80) == 0) {
                return value;
            }
        }
        throw new IOException("expected a number of at most 64 bits");
    }
}
