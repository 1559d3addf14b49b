package io.holdfast.collector.hosts;

import io.holdfast.collector.view.DoubledView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who spoke under one identity, to notice when two do, as after a machine was cloned.
 *
 * <p>A run of an agent that another took over never comes back by itself: starts only follow one
 * another. One that does come back runs beside the other. Mutable and for one thread.
 */
final class Speakers {

    /** Whoever loses its stream tries again within 5 minutes; after this one of them has ended. */
    static final Duration MEMORY = Duration.ofMinutes(15);

    /** So many runs that were taken over are remembered. */
    private static final int MOST = 8;

    private static final int BOOT_CHARACTERS = 8;

    /**
     * A run of an agent.
     *
     * @param boot the boot of its machine; empty text where it does not say
     * @param incarnation which start of the agent it is
     * @param address from where it spoke last
     */
    record Run(String boot, long incarnation, String address) {

        private boolean same(Run other) {
            return boot.equals(other.boot) && incarnation == other.incarnation;
        }

        private String name() {
            String machine =
                    boot.isEmpty()
                            ? ""
                            : ", boot "
                                    + boot.substring(0, Math.min(BOOT_CHARACTERS, boot.length()));
            return "start " + incarnation + machine + ", from " + address;
        }
    }

    private final Deque<Run> takenOver = new ArrayDeque<>();
    private Optional<Run> current = Optional.empty();
    private Optional<DoubledView> doubled = Optional.empty();
    private long doubledNanos;

    /**
     * A run has opened a stream.
     *
     * @return whether it is news that two speak
     */
    boolean take(Run next, Instant now, long nanos) {
        if (current.isPresent() && current.get().same(next)) {
            current = Optional.of(next);
            return false;
        }
        boolean back = takenOver.removeIf(next::same);
        Optional<Run> other = current;
        other.ifPresent(takenOver::addFirst);
        if (takenOver.size() > MOST) {
            takenOver.removeLast();
        }
        current = Optional.of(next);
        if (!back || other.isEmpty()) {
            return false;
        }
        boolean news = doubled(nanos).isEmpty();
        doubled =
                Optional.of(
                        new DoubledView(
                                now,
                                Stream.of(next, other.get()).map(Run::name).sorted().toList()));
        doubledNanos = nanos;
        return news;
    }

    /** That two speak, where they do. */
    Optional<DoubledView> doubled(long nanos) {
        return doubled.filter(view -> nanos - doubledNanos < MEMORY.toNanos());
    }

    /** Those that were found to speak beside one another last. */
    List<String> names() {
        return doubled.map(DoubledView::speakers).orElse(List.of());
    }
}
