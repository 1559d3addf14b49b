package io.holdfast.cli.command;

import java.util.Optional;

/**
 * Which versions are at work.
 *
 * @param holdfast ours
 * @param java the JVM's
 * @param system the operating system with its kernel and machine
 */
public record Versions(String holdfast, String java, String system) {

    /** Those of this process. */
    public static Versions ofThisProcess() {
        String ours =
                Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
                        .orElse("not packaged");
        String system =
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + " "
                        + System.getProperty("os.arch");
        return new Versions(ours, System.getProperty("java.version", ""), system);
    }

    /** All three on a line. */
    String text() {
        return "holdfast " + holdfast + ", Java " + java + ", " + system;
    }
}
