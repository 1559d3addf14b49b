package io.holdfast.config.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** All that is wrong with one file, gathered while the file is walked. For one thread. */
public final class Problems {

    /** Of more than this many, only the first of the file are listed and the others counted. */
    public static final int MOST_LISTED = 100;

    /** By place, and of one place by when they were noted. */
    private static final Comparator<Noted> BY_PLACE =
            Comparator.comparing((Noted noted) -> noted.problem().at())
                    .thenComparingLong(Noted::number);

    private final NavigableSet<Noted> listed = new TreeSet<>(BY_PLACE);
    private final List<Mention> mentions = new ArrayList<>();
    private long noted;

    /** A problem, and how many were noted before it. */
    private record Noted(Problem problem, long number) {}

    /** Notes a problem. */
    public void add(Position at, String message) {
        listed.add(new Noted(new Problem(at, message), noted));
        noted++;
        if (listed.size() > MOST_LISTED) {
            listed.pollLast();
        }
    }

    /** Notes something that the file names, to be looked at when the file is read. */
    public void mention(Mention named) {
        mentions.add(named);
    }

    /** All that the file names outside itself, whether the file is right or not. */
    public List<Mention> mentions() {
        return List.copyOf(mentions);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return listed.isEmpty();
    }

    /** The problems in the order of the file, and a last one that counts those left out. */
    public List<Problem> inOrder() {
        List<Problem> all = new ArrayList<>();
        listed.forEach(one -> all.add(one.problem()));
        long unlisted = noted - listed.size();
        if (unlisted > 0) {
            all.add(
                    new Problem(
                            all.getLast().at(),
                            "and "
                                    + unlisted
                                    + (unlisted == 1 ? " problem" : " problems")
                                    + " more"));
        }
        return List.copyOf(all);
    }
}
