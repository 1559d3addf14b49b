package io.holdfast.cli.command;

import io.holdfast.agent.devices.serial.Driver;
import io.holdfast.agent.devices.serial.apcsmart.SmartDriver;
import io.holdfast.agent.devices.serial.console.ConsoleDriver;
import io.holdfast.agent.devices.serial.console.Login;
import io.holdfast.agent.devices.serial.megatec.MegatecDriver;
import io.holdfast.agent.devices.serial.modbus.ModbusDriver;
import io.holdfast.cli.Failure;
import io.holdfast.config.secret.Secret;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Position;
import io.holdfast.mibs.line.ConsoleScript;
import io.holdfast.mibs.line.ConsoleScripts;
import io.holdfast.mibs.line.ModbusMap;
import io.holdfast.mibs.line.ModbusMaps;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is spoken on a serial line. */
final class SerialDriver {

    private static final String DEFAULT_SCRIPT = "cisco-ios";

    /** The protocols. */
    enum Protocol {
        MEGATEC,
        APCSMART,
        MODBUS,
        CONSOLE
    }

    @Option(
            names = "--driver",
            paramLabel = "megatec|apcsmart|modbus|console",
            description = "What the device speaks.")
    private @Nullable Protocol protocol;

    @Option(
            names = "--map",
            paramLabel = "NAME|FILE",
            description = "With modbus: a register map of ours, or one of your own.")
    private @Nullable String map;

    @Option(
            names = "--unit",
            paramLabel = "N",
            description = "With modbus: the device's address on the bus, if not the map's.")
    private @Nullable Integer unit;

    @Option(
            names = "--script",
            paramLabel = "NAME|FILE",
            description = "With console: a script of ours, or one of your own.")
    private @Nullable String script;

    @Option(names = "--user", paramLabel = "U", description = "With console: who logs in.")
    private @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "F",
            description = "With console: a file with the password, for its owner's eyes only.")
    private @Nullable Path passwordFile;

    /** The driver that was asked for. */
    Driver driver() {
        if (protocol == null) {
            throw new Failure(
                    "expected --driver megatec, apcsmart, modbus or console, found none",
                    "most UPSs that are not APC's speak megatec");
        }
        only(Protocol.MODBUS, "--map", map);
        only(Protocol.MODBUS, "--unit", unit);
        only(Protocol.CONSOLE, "--script", script);
        only(Protocol.CONSOLE, "--user", user);
        only(Protocol.CONSOLE, "--password-file", passwordFile);
        return switch (protocol) {
            case MEGATEC -> new MegatecDriver();
            case APCSMART -> new SmartDriver();
            case MODBUS -> modbus();
            case CONSOLE -> new ConsoleDriver(script(), login());
        };
    }

    /** An option that another driver would read is a mistake in the one or the other. */
    private void only(Protocol reader, String option, @Nullable Object given) {
        if (given != null && protocol != reader) {
            String word = reader.name().toLowerCase(Locale.ROOT);
            throw new Failure(
                    "expected --driver " + word + " beside " + option,
                    "leave " + option + " out, or give --driver " + word);
        }
    }

    private Driver modbus() {
        ModbusMap known =
                of(
                        "map",
                        map == null ? ModbusMaps.BUNDLED.getFirst() : map,
                        ModbusMaps.BUNDLED,
                        ModbusMaps::bundled,
                        ModbusMaps::load);
        int address = unit == null ? known.unit() : unit;
        if (address < 1 || address > 247) {
            throw new Failure("expected --unit 1 to 247, found " + address, "");
        }
        return new ModbusDriver(known, address);
    }

    private ConsoleScript script() {
        return of(
                "script",
                script == null ? DEFAULT_SCRIPT : script,
                ConsoleScripts.BUNDLED,
                ConsoleScripts::bundled,
                ConsoleScripts::load);
    }

    private Optional<Login> login() {
        if (user == null && passwordFile == null) {
            return Optional.empty();
        }
        if (user == null || passwordFile == null) {
            throw new Failure("expected --user and --password-file together, found one", "");
        }
        SecretSource source =
                new SecretSource.FromFile(Position.startOf("--password-file"), passwordFile);
        Secret password = good(new SecretReader(Map.of()).read(source));
        return Optional.of(new Login(user, password.reveal()));
    }

    private static <T> T of(
            String what,
            String name,
            List<String> ours,
            Function<String, Optional<T>> bundled,
            Function<Path, Loaded<T>> load) {
        if (name.indexOf('/') < 0 && !name.endsWith(".yaml")) {
            return bundled.apply(name)
                    .orElseThrow(
                            () ->
                                    new Failure(
                                            "expected a %s of ours or a file, found '%s'"
                                                    .formatted(what, name),
                                            "ours are "
                                                    + String.join(", ", ours)
                                                    + "; write ./"
                                                    + name
                                                    + " for a file"));
        }
        return good(load.apply(Path.of(name)));
    }

    private static <T> T good(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Good<T>(T settings) -> settings;
            case Loaded.Bad<T> bad ->
                    throw new Failure(bad.text(), "correct the file: docs/handbook/serial.md");
        };
    }
}
