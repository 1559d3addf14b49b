package io.holdfast.cli.command;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.serial.Driver;
import io.holdfast.agent.devices.serial.SerialProbe;
import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.agent.devices.serial.line.LineLocks;
import io.holdfast.agent.devices.serial.line.LineSettings;
import io.holdfast.agent.devices.serial.line.NativePort;
import io.holdfast.agent.devices.serial.line.PortList;
import io.holdfast.cli.Failure;
import io.holdfast.core.component.HostId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks once at the device on a serial line, or shows the lines of this machine. */
@Command(
        name = "serial",
        description = "Look once at the UPS, PDU or switch on a serial line.",
        footer = {
            "%nExample:",
            "  holdfast probe serial --list",
            "  holdfast probe serial /dev/ttyUSB0 --driver megatec",
            "  holdfast probe serial /dev/ttyS0 --driver modbus --map apc-smart-ups --line 9600-8N1"
        })
final class ProbeSerialCommand implements Callable<Integer> {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "DEVICE",
            description = "The device file, such as /dev/ttyUSB0.")
    private @Nullable String device;

    @Option(names = "--list", description = "Show the serial lines of this machine.")
    private boolean list;

    @Option(
            names = "--line",
            paramLabel = "2400-8N1",
            description = "Speed, data bits, parity and stop bits, if not the driver's usual ones.")
    private @Nullable String line;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every reading and the source of every claim.")
    private boolean verbose;

    @Mixin private SerialDriver speaks = new SerialDriver();

    @Mixin private FormatOption format = new FormatOption();

    ProbeSerialCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (list) {
            SerialPorts ports = SerialPorts.of(new PortList(Path.of("/")).ports());
            format.print(context.out(), SerialPorts.class, ports, SerialPorts::text);
            return 0;
        }
        if (device == null) {
            throw new Failure(
                    "expected a device such as /dev/ttyUSB0, found none",
                    "holdfast probe serial --list shows those of this machine");
        }
        return look(device, speaks.driver());
    }

    private int look(String target, Driver driver) throws InterruptedException {
        NativePort port =
                new NativePort(
                        target, settings(driver), LineLocks.ofThisMachine(), context.ticker());
        HostId host = DeviceLook.hostOf(String.valueOf(Path.of(target).getFileName()));
        try (SerialProbe probe =
                new SerialProbe(
                        host, new HeldLine(port), driver, context.clock(), context.ticker())) {
            return new DeviceLook(context, format, verbose)
                    .print(target, host, new ScheduledProbe(probe, INTERVAL, DEADLINE));
        }
    }

    private LineSettings settings(Driver driver) {
        if (line == null) {
            return driver.usual();
        }
        String given = line;
        return LineSettings.parse(given)
                .orElseThrow(
                        () ->
                                new Failure(
                                        "expected "
                                                + LineSettings.EXPECTED
                                                + ", found '"
                                                + given
                                                + "'",
                                        "usual for this driver: " + driver.usual()));
    }
}
