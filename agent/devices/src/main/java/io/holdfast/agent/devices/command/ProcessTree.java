package io.holdfast.agent.devices.command;

import java.util.List;

/** Ends a program together with everything that it started. */
final class ProcessTree {

    /** A child that forks faster than it is killed is given up after so many rounds. */
    private static final int MOST_ROUNDS = 5;

    private ProcessTree() {}

    /**
     * Kills the descendants before their parent: once the parent is gone they belong to init and
     * can no longer be told from others.
     */
    static void kill(Process root) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<ProcessHandle> children = root.descendants().toList();
            children.forEach(ProcessHandle::destroyForcibly);
            if (children.stream().noneMatch(ProcessHandle::isAlive)) {
                break;
            }
        }
        root.destroyForcibly();
    }
}
