package io.holdfast.cli.command;

import io.holdfast.cli.up.Up;

/** Ctrl-C or a request to end: both services are ended in order, and that is no failure. */
final class Interrupt implements AutoCloseable {

    private static final int NO_FAILURE = 0;

    private final Thread hook;

    private Interrupt(Up up) {
        hook =
                Thread.ofPlatform()
                        .name("interrupt")
                        .unstarted(
                                () -> {
                                    up.stop();
                                    up.close();
                                    // The JVM itself would say 130.
                                    Runtime.getRuntime().halt(NO_FAILURE);
                                });
    }

    /** From now on and until this is closed. */
    static Interrupt to(Up up) {
        Interrupt interrupt = new Interrupt(up);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    int exitCode() {
        return NO_FAILURE;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook with it.
            return;
        }
    }
}
