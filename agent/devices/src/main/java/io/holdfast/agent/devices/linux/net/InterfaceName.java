package io.holdfast.agent.devices.linux.net;

/** What an interface may be called, after the kernel's {@code dev_valid_name}. */
final class InterfaceName {

    /** IFNAMSIZ without the terminating zero. */
    static final int LONGEST = 15;

    private InterfaceName() {}

    /**
     * Whether an interface can have this name. Narrower than the kernel in one point: control
     * characters, which it allows, would break every report.
     */
    static boolean valid(String name) {
        boolean shape =
                !name.isEmpty()
                        && name.length() <= LONGEST
                        && !name.equals(".")
                        && !name.equals("..");
        return shape
                && name.chars()
                        .noneMatch(
                                c ->
                                        c == '/'
                                                || c == ':'
                                                || Character.isWhitespace(c)
                                                || Character.isISOControl(c));
    }
}
