package io.holdfast.cli.up;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The children of this process, ended once and in order: who sends before who receives. */
final class Ending {

    /** How long a child may take: both write what they hold to disk. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Child> children = new ArrayList<>();
    private boolean ended;

    /**
     * Adds a child, or puts it in the place of the one of its name that has ended; those added
     * later end first.
     */
    synchronized void put(Child child) {
        if (ended) {
            child.askToEnd();
            return;
        }
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).program().equals(child.program())) {
                children.set(i, child);
                return;
            }
        }
        children.addFirst(child);
    }

    /** Ends all children and waits until they are gone. */
    synchronized void endAll() {
        if (ended) {
            return;
        }
        ended = true;
        for (Child child : children) {
            child.askToEnd();
            child.awaitEnd(PATIENCE);
        }
    }

    /** What the child of this name wrote last, for the moment when it is gone. */
    synchronized List<String> lastWords(String program) {
        return children.stream()
                .filter(child -> child.program().equals(program))
                .flatMap(child -> child.log().lastLines().stream())
                .toList();
    }
}
