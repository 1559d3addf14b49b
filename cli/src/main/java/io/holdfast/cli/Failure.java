package io.holdfast.cli;

import java.io.PrintStream;

/**
 * Why a command could not do its work, in words for whoever typed it.
 *
 * <p>Ends the command with exit code 3: 1 and 2 are warnings about hardware.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * A failure.
     *
     * @param message what was expected, what was found, and where
     * @param remedy what to do about it; may be empty
     */
    public Failure(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What to do about it; may be empty. */
    public String remedy() {
        return remedy;
    }

    /** Tells it as every command does. */
    public void tell(PrintStream err) {
        err.println("holdfast: " + getMessage());
        if (!remedy.isEmpty()) {
            err.println("  to do: " + remedy);
        }
    }
}
