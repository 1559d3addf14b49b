package io.holdfast.core.device;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a device on a serial line: a Modbus register map or a console script.
 *
 * @param name of one that comes with the product, or the file that it was read from
 * @param text the file's text; empty for one that comes with the product
 */
public record LineFormat(String name, Optional<String> text) {

    /** Larger ones would weigh on every duty that names them. */
    public static final int MOST_CHARACTERS = 1 << 16;

    /** The register maps that come with the product. */
    public static final List<String> MAPS = List.of("apc-smart-ups");

    /** The console scripts that come with the product. */
    public static final List<String> SCRIPTS = List.of("apc-rpdu", "cisco-ios", "junos");

    /** The text is long, and no message gets clearer by it. */
    @Override
    public String toString() {
        return name;
    }
}
