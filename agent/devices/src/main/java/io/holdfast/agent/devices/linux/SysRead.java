package io.holdfast.agent.devices.linux;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Silence;

/** What came of reading one file of the kernel. */
public sealed interface SysRead {

    /** The file's name as the kernel has it, such as {@code /sys/class/net/eth0/speed}. */
    String path();

    /**
     * The file was read whole.
     *
     * @param text its content without the white space at its end
     */
    record Text(String path, String text) implements SysRead {

        /** This file as evidence for a claim. */
        public Evidence evidence(String label) {
            return Evidence.ofFile(path, text, label);
        }
    }

    /** There is no such file: this kernel or driver does not offer it. */
    record Missing(String path) implements SysRead {}

    /** The file is there, but we may not read it. */
    record Denied(String path) implements SysRead {}

    /**
     * The kernel refused or the file was too long; some files answer with an error on purpose, such
     * as {@code carrier} of an interface that is down.
     *
     * @param reason what the system said
     */
    record Failed(String path, String reason) implements SysRead {}

    /**
     * Why nothing was read, for a report.
     *
     * @throws IllegalStateException if something was
     */
    default Silence silence() {
        return switch (this) {
            case Text text -> throw new IllegalStateException(text.path() + " was read");
            case Missing missing ->
                    Silence.of(Silence.Cause.NOT_OFFERED, missing.path() + " does not exist");
            case Denied denied ->
                    new Silence(
                            Silence.Cause.NOT_PERMITTED,
                            "may not read " + denied.path(),
                            "run the agent as a user that may read " + denied.path());
            case Failed failed ->
                    Silence.of(Silence.Cause.FAILED, failed.path() + ": " + failed.reason());
        };
    }
}
