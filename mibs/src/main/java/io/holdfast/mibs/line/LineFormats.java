package io.holdfast.mibs.line;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Problem;
import io.holdfast.config.yaml.Problems;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.LineFormat;
import java.util.List;
import java.util.Optional;

/** What devices on serial lines are described by, as a configuration names it. */
public final class LineFormats {

    private LineFormats() {}

    /** The register map, or all that is wrong with it. */
    public static Loaded<ModbusMap> map(LineFormat format) {
        return format.text()
                .map(text -> ModbusMaps.parse(format.name(), text))
                .orElseGet(() -> ours(format, ModbusMaps.bundled(format.name())));
    }

    /** The console script, or all that is wrong with it. */
    public static Loaded<ConsoleScript> script(LineFormat format) {
        return format.text()
                .map(text -> ConsoleScripts.parse(format.name(), text))
                .orElseGet(() -> ours(format, ConsoleScripts.bundled(format.name())));
    }

    /** All that is wrong with the map or script that a device is described by. */
    public static List<Problem> problems(Access access) {
        if (!(access instanceof Access.Serial serial) || serial.format().isEmpty()) {
            return List.of();
        }
        LineFormat format = serial.format().get();
        return switch (serial.driver()) {
            case MODBUS -> map(format).problemsIfAny();
            case CONSOLE -> script(format).problemsIfAny();
            case MEGATEC, APCSMART -> List.of();
        };
    }

    private static <T> Loaded<T> ours(LineFormat format, Optional<T> found) {
        Problems problems = new Problems();
        if (found.isEmpty()) {
            problems.add(
                    Position.startOf(format.name()), "expected one that this version comes with");
        }
        return Loaded.of(found, problems);
    }
}
