package io.holdfast.agent.devices.command;

/** The means to run programs. */
public interface Commands {

    /** A program that writes more to one of its outputs is killed. */
    int MOST_OUTPUT_BYTES = 8 * 1024 * 1024;

    /**
     * Runs a program to its end or to its deadline, in the C locale and without input.
     *
     * @throws InterruptedException if the calling thread was interrupted; the program is killed
     */
    Outcome run(Command command) throws InterruptedException;

    /** Whether a program of this name is installed, without running it. */
    boolean installed(String program);
}
