package io.holdfast.agent.devices;

import io.holdfast.core.survey.Survey;

/**
 * One thing that an agent can look at, such as this machine's network or one BMC.
 *
 * <p>A probe is made of a thin acquisition and a pure decoder. It may block up to the deadline that
 * its schedule gives it and must end when its thread is interrupted.
 */
public interface Probe {

    /**
     * Its name, {@code family.part}, such as {@code linux.net}; the same for as long as it lives.
     */
    String name();

    /**
     * Looks once.
     *
     * <p>Whatever the device does is an answer: what cannot be seen is in {@link Survey#unseen()}
     * or is a silent observation, never an exception.
     *
     * @throws InterruptedException if the deadline passed
     */
    Survey look() throws InterruptedException;

    /**
     * Looks once more, because something has told of a change; may take over from the last look
     * what that cannot have changed.
     *
     * @throws InterruptedException if the deadline passed
     */
    default Survey glance() throws InterruptedException {
        return look();
    }
}
