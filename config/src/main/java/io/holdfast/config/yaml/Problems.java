package io.holdfast.config.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that is wrong with one file, gathered while the file is walked. For one thread. */
public final class Problems {

    /** Beyond this many, further problems are only counted. */
    public static final int MOST_LISTED = 100;

    private final List<Problem> listed = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private int unlisted;

    /** Notes a problem. */
    public void add(Position at, String message) {
        if (listed.size() < MOST_LISTED) {
            listed.add(new Problem(at, message));
        } else {
            unlisted++;
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
        List<Problem> all = new ArrayList<>(listed);
        all.sort(Comparator.comparing(Problem::at));
        if (unlisted > 0) {
            all.add(new Problem(all.getLast().at(), "and " + unlisted + " problems more"));
        }
        return List.copyOf(all);
    }
}
