package io.holdfast.agent.devices.ipmi.message;

/**
 * A way to one BMC: over the network or through the kernel's driver.
 *
 * <p>One request is under way at a time; a second caller waits for the first.
 */
public interface BmcLink extends AutoCloseable {

    /**
     * Asks, and waits until an answer came or the deadline of this way passed; never longer.
     *
     * @throws InterruptedException if somebody wants the thread back
     */
    Answer exchange(Request request) throws InterruptedException;

    /** How many requests went out so far, repetitions included. */
    long sent();

    /** The way in words for evidence, such as {@code ipmi 10.0.0.7:623} or {@code /dev/ipmi0}. */
    String source();

    /** Ends what is open; may be asked again afterwards, which opens anew. */
    @Override
    void close();
}
