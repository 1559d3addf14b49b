package io.holdfast.agent.daemon.devices;

import io.holdfast.core.state.Change;
import io.holdfast.core.state.Significance;
import io.holdfast.core.state.StateTable;
import io.holdfast.core.survey.Survey;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.Numbered;
import io.holdfast.wire.stream.WireLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a device has said since this agent polls it, and of that what the collector does not have
 * yet.
 *
 * <p>It is kept in memory alone. Where too much waits, the whole state takes its place: details in
 * between are lost, the latest state never is. Mutable and for one thread.
 */
final class DeviceChanges {

    /** So many changes may wait, or twice the state if that is more. */
    static final int MOST_WAITING = 500;

    private record Waiting(Numbered change, int bytes) {}

    private final long epoch;
    private final StateTable table = new StateTable(Significance.DEFAULT);
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long made;
    private long sent;
    private long dropped;

    /**
     * @param epoch of the duty: the incarnation of the changes
     */
    DeviceChanges(long epoch) {
        this.epoch = epoch;
    }

    long epoch() {
        return epoch;
    }

    /** Details that were left out because too much waited. */
    long dropped() {
        return dropped;
    }

    /** Takes in what a look brought. */
    void take(Survey survey) {
        table.apply(survey).forEach(this::add);
        List<Change> whole = table.state().changes();
        if (waiting.size() > Math.max(MOST_WAITING, 2 * whole.size())) {
            compact(whole);
        }
    }

    /** Whether everything was said. */
    boolean allSent() {
        return sent == made;
    }

    /** The next changes to say, in order; they count as said. */
    Optional<FromAgent.Batch> next() {
        List<Numbered> cut = new ArrayList<>();
        int bytes = 0;
        for (Waiting one : waiting) {
            if (one.change().sequence() <= sent) {
                continue;
            }
            boolean full =
                    cut.size() == WireLimits.MOST_CHANGES
                            || bytes + one.bytes() > WireLimits.BATCH_BYTES;
            if (full && !cut.isEmpty()) {
                break;
            }
            cut.add(one.change());
            bytes += one.bytes();
        }
        if (cut.isEmpty()) {
            return Optional.empty();
        }
        sent = cut.getLast().sequence();
        return Optional.of(FromAgent.Batch.of(epoch, cut));
    }

    /** The collector has everything up to this sequence. */
    void acknowledged(long sequence) {
        while (!waiting.isEmpty() && waiting.getFirst().change().sequence() <= sequence) {
            waiting.removeFirst();
        }
    }

    /** What was said and is not acknowledged has to be said again. */
    void rewind() {
        sent = waiting.isEmpty() ? made : waiting.getFirst().change().sequence() - 1;
    }

    private void add(Change change) {
        made++;
        Numbered numbered = new Numbered(made, change);
        waiting.addLast(new Waiting(numbered, Codec.encode(numbered).length));
    }

    private void compact(List<Change> whole) {
        // What was taken out of the state is not in it: that has to be said, too.
        List<Change> gone =
                waiting.stream()
                        .map(one -> one.change().change())
                        .filter(c -> c instanceof Change.Ungrouped || c instanceof Change.Forgotten)
                        .toList();
        dropped += waiting.size();
        waiting.clear();
        gone.forEach(this::add);
        whole.forEach(this::add);
    }
}
