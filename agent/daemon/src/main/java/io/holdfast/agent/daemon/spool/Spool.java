package io.holdfast.agent.daemon.spool;

import io.holdfast.core.state.Position;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Changes on disk, in order, within a number of bytes.
 *
 * <p>They lie in segments, one file each. When room is needed the oldest details go first, a
 * segment at a time; only when no details are left do whole segments go, again the oldest first.
 * Both are counted. Not for several threads.
 */
public final class Spool implements AutoCloseable {

    private static final int SEGMENTS_PER_LIMIT = 16;
    private static final long SMALLEST_SEGMENT_BYTES = 4 << 10;
    private static final long LARGEST_SEGMENT_BYTES = 512 << 10;
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{16})-([0-9a-f]{16})\\.spool");

    private final Path directory;
    private final long limitBytes;
    private final long segmentBytes;
    private final TreeMap<Position, Stored> segments = new TreeMap<>();
    private Optional<FileChannel> open = Optional.empty();
    private long droppedDetails;
    private long droppedEssentials;
    private long lostBytes;

    private Spool(Path directory, long limitBytes) {
        this.directory = directory;
        this.limitBytes = limitBytes;
        this.segmentBytes =
                Math.clamp(
                        limitBytes / SEGMENTS_PER_LIMIT,
                        SMALLEST_SEGMENT_BYTES,
                        LARGEST_SEGMENT_BYTES);
    }

    /**
     * The spool of this directory, with what earlier runs left in it.
     *
     * <p>What a crash tore off is cut away; a segment that cannot be read is left out and counted
     * in {@link #lostBytes}.
     *
     * @throws IOException if the directory cannot be made or listed
     */
    public static Spool open(Path directory, long limitBytes) throws IOException {
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Spool spool = new Spool(directory, limitBytes);
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            spool.takeOver(file);
        }
        return spool;
    }

    /**
     * Writes entries behind all others; they are durable after {@link #sync}.
     *
     * @throws IOException if the disk does not take them all; those not taken are not on it
     */
    public void append(List<Entry> entries) throws IOException {
        for (int from = 0; from < entries.size(); ) {
            long incarnation = entries.get(from).position().incarnation();
            int to = from;
            int size = 0;
            while (to < entries.size()
                    && entries.get(to).position().incarnation() == incarnation
                    && (to == from || size < segmentBytes)) {
                size += Segment.size(entries.get(to));
                to++;
            }
            makeRoom(size);
            appendTo(segmentFor(entries.get(from).position()), entries.subList(from, to), size);
            from = to;
        }
    }

    /**
     * Entries behind a position, all of one incarnation, oldest first; empty where there are none.
     *
     * @param mostBytes ends the list, but never before its first entry
     */
    public List<Entry> read(Position after, int mostEntries, int mostBytes) {
        List<Entry> found = new ArrayList<>();
        int bytes = 0;
        for (Stored segment : List.copyOf(segments.values())) {
            if (segment.last.compareTo(after) <= 0) {
                continue;
            }
            for (Entry entry : content(segment)) {
                if (entry.position().compareTo(after) <= 0) {
                    continue;
                }
                boolean sameIncarnation =
                        found.isEmpty()
                                || found.getLast().position().incarnation()
                                        == entry.position().incarnation();
                bytes += entry.bytes().length;
                boolean full =
                        found.size() == mostEntries || (bytes > mostBytes && !found.isEmpty());
                if (!sameIncarnation || full) {
                    return found;
                }
                found.add(entry);
            }
        }
        return found;
    }

    /** Forgets segments that hold nothing behind this position. */
    public void trim(Position durable) throws IOException {
        while (!segments.isEmpty()
                && segments.firstEntry().getValue().last.compareTo(durable) <= 0) {
            delete(segments.firstEntry().getValue());
        }
    }

    /** Makes what was appended survive a loss of power. */
    public void sync() throws IOException {
        if (open.isPresent()) {
            open.get().force(false);
        }
    }

    /** The last entry's position, or {@link Position#NONE} where there is none. */
    public Position last() {
        return segments.isEmpty() ? Position.NONE : segments.lastEntry().getValue().last;
    }

    /** How many entries there are. */
    public long entries() {
        return segments.values().stream().mapToLong(s -> s.entries).sum();
    }

    /** What the segments take of the disk. */
    public long bytes() {
        return segments.values().stream().mapToLong(s -> s.bytes).sum();
    }

    /** Details given up for want of room since this spool was opened. */
    public long droppedDetails() {
        return droppedDetails;
    }

    /** Other entries given up for want of room since this spool was opened. */
    public long droppedEssentials() {
        return droppedEssentials;
    }

    /** Bytes that were found torn or unreadable since this spool was opened. */
    public long lostBytes() {
        return lostBytes;
    }

    @Override
    public void close() throws IOException {
        closeCurrent();
    }

    private void takeOver(Path file) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            if (file.toString().endsWith(".tmp")) {
                Files.deleteIfExists(file);
            }
            return;
        }
        long incarnation = Long.parseUnsignedLong(name.group(1), 16);
        long size = Files.size(file);
        try {
            Segment.Content content = Segment.read(file, incarnation);
            lostBytes += content.tornBytes();
            if (content.tornBytes() > 0) {
                cut(file, content.goodBytes());
            }
            if (content.entries().isEmpty()) {
                Files.delete(file);
            } else {
                Stored segment = new Stored(file, content.entries(), content.goodBytes());
                segments.put(segment.last, segment);
            }
        } catch (IOException e) {
            lostBytes += size;
        }
    }

    private static void cut(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    /** The open segment if the next entry belongs there, or else a new one. */
    private Stored segmentFor(Position first) throws IOException {
        if (open.isPresent()) {
            Stored current = segments.lastEntry().getValue();
            boolean fits =
                    current.last.incarnation() == first.incarnation()
                            && current.bytes < segmentBytes;
            if (fits) {
                return current;
            }
            closeCurrent();
        }
        HexFormat hex = HexFormat.of();
        String name =
                hex.toHexDigits(first.incarnation())
                        + "-"
                        + hex.toHexDigits(first.sequence())
                        + ".spool";
        Path file = directory.resolve(name);
        open =
                Optional.of(
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE));
        return new Stored(file, List.of(), 0);
    }

    private void appendTo(Stored segment, List<Entry> entries, int size) throws IOException {
        FileChannel out = open.orElseThrow();
        try {
            Segment.write(out, entries);
        } catch (IOException e) {
            // What was written of them must not be read: the next try writes them again.
            if (segment.entries == 0) {
                closeCurrent();
                Files.deleteIfExists(segment.file);
            } else {
                out.truncate(segment.bytes);
            }
            throw e;
        }
        segments.remove(segment.last);
        segment.note(entries, size);
        segments.put(segment.last, segment);
    }

    private void makeRoom(long needed) throws IOException {
        while (!segments.isEmpty() && bytes() + needed > limitBytes) {
            if (segments.size() == 1) {
                closeCurrent();
            }
            Optional<Stored> withDetails =
                    segments.values().stream().filter(s -> s.details > 0).findFirst();
            if (withDetails.isPresent()) {
                dropDetails(withDetails.get());
            } else {
                Stored oldest = segments.firstEntry().getValue();
                droppedEssentials += oldest.entries;
                delete(oldest);
            }
        }
    }

    private void dropDetails(Stored segment) throws IOException {
        if (isLast(segment)) {
            closeCurrent();
        }
        List<Entry> kept =
                content(segment).stream().filter(e -> e.weight() == Weight.ESSENTIAL).toList();
        if (kept.isEmpty()) {
            droppedDetails += segment.details;
            delete(segment);
            return;
        }
        Segment.rewrite(segment.file, kept);
        droppedDetails += segment.details;
        segments.remove(segment.last);
        long size = kept.stream().mapToLong(Segment::size).sum();
        Stored smaller = new Stored(segment.file, kept, size);
        segments.put(smaller.last, smaller);
    }

    /** What a segment holds; one that has become unreadable is given up and counted. */
    private List<Entry> content(Stored segment) {
        try {
            Segment.Content content = Segment.read(segment.file, segment.last.incarnation());
            lostBytes += content.tornBytes();
            return content.entries();
        } catch (IOException e) {
            lostBytes += segment.bytes;
            segments.remove(segment.last);
            return List.of();
        }
    }

    private void delete(Stored segment) throws IOException {
        if (isLast(segment)) {
            closeCurrent();
        }
        segments.remove(segment.last);
        Files.deleteIfExists(segment.file);
    }

    private boolean isLast(Stored segment) {
        return !segments.isEmpty() && segments.lastEntry().getValue().equals(segment);
    }

    private void closeCurrent() throws IOException {
        if (open.isPresent()) {
            FileChannel channel = open.get();
            open = Optional.empty();
            channel.force(false);
            channel.close();
        }
    }

    /** What is known of a segment without reading it. */
    private static final class Stored {
        private final Path file;
        private Position last = Position.NONE;
        private long bytes;
        private long entries;
        private long details;

        private Stored(Path file, List<Entry> entries, long bytes) {
            this.file = file;
            note(entries, bytes);
        }

        private void note(List<Entry> more, long moreBytes) {
            for (Entry entry : more) {
                last = entry.position();
                entries++;
                details += entry.weight() == Weight.DETAIL ? 1 : 0;
            }
            bytes += moreBytes;
        }
    }
}
