package io.holdfast.agent.devices.check;

/** Makes one kind of trial. */
interface Asker {

    /**
     * Tries once, within the deadline that it was made with.
     *
     * @throws InterruptedException if somebody wants it to end
     */
    Answer ask() throws InterruptedException;
}
