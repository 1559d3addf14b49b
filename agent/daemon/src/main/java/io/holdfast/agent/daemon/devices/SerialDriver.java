package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.daemon.Means;
import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.serial.Driver;
import io.holdfast.agent.devices.serial.SerialProbe;
import io.holdfast.agent.devices.serial.apcsmart.SmartDriver;
import io.holdfast.agent.devices.serial.console.ConsoleDriver;
import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.agent.devices.serial.line.LineLocks;
import io.holdfast.agent.devices.serial.line.LineSettings;
import io.holdfast.agent.devices.serial.line.NativePort;
import io.holdfast.agent.devices.serial.megatec.MegatecDriver;
import io.holdfast.agent.devices.serial.modbus.ModbusDriver;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.SecretText;
import io.holdfast.mibs.line.LineFormats;
import java.util.Optional;

/** Probes of UPSs, PDUs and switches on this machine's serial lines. */
final class SerialDriver {

    private final Means means;

    SerialDriver(Means means) {
        this.means = means;
    }

    Optional<Probe> probe(DeviceAssignment device, Access.Serial access) {
        return driver(device, access).map(driver -> probe(device, access, driver));
    }

    private Probe probe(DeviceAssignment device, Access.Serial access, Driver driver) {
        LineSettings settings =
                access.parameters().flatMap(LineSettings::parse).orElseGet(driver::usual);
        NativePort port =
                new NativePort(access.line(), settings, LineLocks.ofThisMachine(), means.ticker());
        return new SerialProbe(
                device.device(), new HeldLine(port), driver, means.clock(), means.ticker());
    }

    /** Modbus needs a map and a console a script: without one we have no driver. */
    private static Optional<Driver> driver(DeviceAssignment device, Access.Serial access) {
        return switch (access.driver()) {
            case MEGATEC -> Optional.of(new MegatecDriver());
            case APCSMART -> Optional.of(new SmartDriver());
            case MODBUS ->
                    access.format()
                            .map(format -> good(LineFormats.map(format)))
                            .map(map -> new ModbusDriver(map, access.unit().orElse(map.unit())));
            case CONSOLE ->
                    access.format()
                            .map(format -> good(LineFormats.script(format)))
                            .map(script -> new ConsoleDriver(script, login(device.login())));
        };
    }

    /** The collector has checked it; one that is of another version may know other keys. */
    private static <T> T good(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Good<T>(T settings) -> settings;
            case Loaded.Bad<T> bad -> throw new IllegalStateException(bad.text());
        };
    }

    private static Optional<io.holdfast.agent.devices.serial.console.Login> login(Login login) {
        return switch (login) {
            case Login.Password(String user, SecretText password) ->
                    Optional.of(
                            new io.holdfast.agent.devices.serial.console.Login(
                                    user, password.reveal()));
            case Login.Open open -> Optional.empty();
            case Login.Community community -> Optional.empty();
            case Login.SnmpUser user -> Optional.empty();
        };
    }
}
