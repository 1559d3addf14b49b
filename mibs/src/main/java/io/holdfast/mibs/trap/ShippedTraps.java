package io.holdfast.mibs.trap;

import io.holdfast.config.yaml.Loaded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of the catalogue that are in the jar; read once, and only when somebody asks. */
final class ShippedTraps {

    /** Their names, without the ending. */
    static final List<String> NAMES =
            List.of(
                    "apc",
                    "cisco-envmon",
                    "cisco-fru",
                    "cyberpower",
                    "dell-idrac",
                    "eaton-epdu",
                    "eaton-mge-ups",
                    "eaton-xups",
                    "entity",
                    "entity-state",
                    "hpe-ida",
                    "hpe-health",
                    "if",
                    "juniper",
                    "lenovo-xcc",
                    "platform-events",
                    "raritan-pdu2",
                    "snmp",
                    "ups");

    private static final String FOLDER = "/io/holdfast/mibs/traps/";

    private ShippedTraps() {}

    private static final class Once {
        static final List<TrapFile> ALL = NAMES.stream().map(ShippedTraps::load).toList();

        private Once() {}
    }

    static List<TrapFile> files() {
        return Once.ALL;
    }

    private static TrapFile load(String name) {
        String file = name + ".yaml";
        return switch (TrapFileText.parse(file, text(file))) {
            case Loaded.Good<TrapFile>(TrapFile good) -> good;
            case Loaded.Bad<TrapFile> bad -> throw new IllegalStateException(bad.text());
        };
    }

    private static String text(String file) {
        try (InputStream in = ShippedTraps.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
