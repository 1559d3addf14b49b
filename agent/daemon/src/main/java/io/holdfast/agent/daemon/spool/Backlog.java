package io.holdfast.agent.daemon.spool;

import io.holdfast.core.state.Position;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All changes that the collector has not taken yet, oldest first: those on disk, then those in
 * memory.
 *
 * <p>For several threads. Adding never waits for the disk, because a disk that hangs is among the
 * things to be told. Two locks: {@code disk} is taken before {@code this}, never the other way
 * round, and never by {@link #add}.
 */
public final class Backlog {

    /** What may lie in memory; beyond it the oldest details are given up, then the oldest. */
    public static final int MOST_MEMORY_BYTES = 1 << 20;

    /** From here on memory is moved to disk even while the collector is there. */
    public static final int SPILL_BYTES = MOST_MEMORY_BYTES / 2;

    private final ReentrantLock disk = new ReentrantLock();
    private final Spool spool;
    private final Deque<Entry> memory = new ArrayDeque<>();
    private int memoryBytes;
    private long dropped;
    private volatile Position lastOnDisk;
    private volatile long entriesOnDisk;
    private volatile long droppedOnDisk;

    public Backlog(Spool spool) {
        this.spool = spool;
        this.lastOnDisk = spool.last();
        this.entriesOnDisk = spool.entries();
    }

    /** Takes changes in, in order. */
    public synchronized void add(List<Entry> entries) {
        for (Entry entry : entries) {
            memory.addLast(entry);
            memoryBytes += entry.cost();
        }
        while (memoryBytes > MOST_MEMORY_BYTES) {
            dropOne();
        }
    }

    /**
     * Changes behind a position, all of one incarnation, oldest first; empty where there are none.
     */
    public List<Entry> read(Position after, int mostEntries, int mostBytes) {
        if (lastOnDisk.compareTo(after) > 0) {
            List<Entry> stored = readDisk(after, mostEntries, mostBytes);
            if (!stored.isEmpty()) {
                return stored;
            }
        }
        return readMemory(after, mostEntries, mostBytes);
    }

    /** Forgets everything up to this position: the collector has it on disk. */
    public void trim(Position durable) throws IOException {
        synchronized (this) {
            while (!memory.isEmpty() && memory.getFirst().position().compareTo(durable) <= 0) {
                memoryBytes -= memory.removeFirst().cost();
            }
        }
        if (entriesOnDisk == 0) {
            return;
        }
        disk.lock();
        try {
            spool.trim(durable);
        } finally {
            note();
            disk.unlock();
        }
    }

    /**
     * Moves what lies in memory to the disk.
     *
     * @throws IOException if the disk does not take it; it stays in memory then
     */
    public void spill() throws IOException {
        List<Entry> entries;
        synchronized (this) {
            entries = List.copyOf(memory);
        }
        if (entries.isEmpty()) {
            return;
        }
        disk.lock();
        try {
            List<Entry> fresh =
                    entries.stream().filter(e -> e.position().compareTo(lastOnDisk) > 0).toList();
            spool.append(fresh);
            spool.sync();
        } finally {
            note();
            disk.unlock();
        }
        forget(lastOnDisk);
    }

    /** Whether memory should be moved to disk although the collector is there. */
    public synchronized boolean crowded() {
        return memoryBytes > SPILL_BYTES;
    }

    /** Changes given up for want of room, in memory and on disk. */
    public synchronized long dropped() {
        return dropped + droppedOnDisk;
    }

    /** How many changes wait on disk. */
    public long onDisk() {
        return entriesOnDisk;
    }

    private List<Entry> readDisk(Position after, int mostEntries, int mostBytes) {
        disk.lock();
        try {
            return spool.read(after, mostEntries, mostBytes);
        } finally {
            note();
            disk.unlock();
        }
    }

    private synchronized List<Entry> readMemory(Position after, int mostEntries, int mostBytes) {
        List<Entry> found = new ArrayList<>();
        int bytes = 0;
        for (Entry entry : memory) {
            if (entry.position().compareTo(after) <= 0) {
                continue;
            }
            bytes += entry.bytes().length;
            boolean another =
                    !found.isEmpty()
                            && found.getFirst().position().incarnation()
                                    != entry.position().incarnation();
            boolean full = found.size() == mostEntries || (bytes > mostBytes && !found.isEmpty());
            if (another || full) {
                break;
            }
            found.add(entry);
        }
        return found;
    }

    private synchronized void forget(Position through) {
        while (!memory.isEmpty() && memory.getFirst().position().compareTo(through) <= 0) {
            memoryBytes -= memory.removeFirst().cost();
        }
    }

    private void dropOne() {
        for (Iterator<Entry> it = memory.iterator(); it.hasNext(); ) {
            Entry entry = it.next();
            if (entry.weight() == Weight.DETAIL) {
                it.remove();
                memoryBytes -= entry.cost();
                dropped++;
                return;
            }
        }
        memoryBytes -= memory.removeFirst().cost();
        dropped++;
    }

    private void note() {
        lastOnDisk = spool.last();
        entriesOnDisk = spool.entries();
        droppedOnDisk = spool.droppedDetails() + spool.droppedEssentials();
    }
}
