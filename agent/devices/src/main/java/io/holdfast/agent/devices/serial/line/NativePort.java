package io.holdfast.agent.devices.serial.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A serial device of this machine.
 *
 * @param device the device file, such as {@code /dev/ttyUSB0} or a link in {@code
 *     /dev/serial/by-id}
 * @param settings its parameters
 * @param locks the lock files that programs agree on
 * @param ticker measures how long reads and writes take
 */
public record NativePort(String device, LineSettings settings, LineLocks locks, Ticker ticker)
        implements LinePort {

    private static final int ENOTTY = 25;
    private static final int EBUSY = 16;

    /** What {@code flock} says where another has the line, as NUT's drivers do. */
    private static final int EAGAIN = 11;

    @Override
    public Opened open() {
        Path real;
        try {
            // Followed anew at each opening: a link by-id points elsewhere after a re-plug.
            real = Path.of(device).toRealPath();
        } catch (IOException e) {
            return new Opened.Refused(noDevice());
        }
        Optional<Silence> obstacle = obstacle(real).or(SerialLibrary::obstacle);
        if (obstacle.isPresent()) {
            return new Opened.Refused(obstacle.get());
        }
        return switch (locks.take(real)) {
            case LineLocks.Lock.Refused(Silence why) -> new Opened.Refused(why);
            case LineLocks.Lock.Unkept() -> open(real, () -> {});
            case LineLocks.Lock.Taken(Path lock) -> open(real, () -> locks.release(lock));
        };
    }

    private Opened open(Path real, Runnable unlock) {
        try {
            SerialPort port = SerialPort.getCommPort(real.toString());
            configure(port);
            if (port.openPort(0)) {
                return new Opened.Open(new NativeLine(port, real, unlock, ticker));
            }
            Silence why = refusal(real, port.getLastErrorCode());
            unlock.run();
            return new Opened.Refused(why);
        } catch (SerialPortInvalidPortException e) {
            unlock.run();
            return new Opened.Refused(noDevice());
        }
    }

    private void configure(SerialPort port) {
        port.setComPortParameters(
                settings.baud(),
                settings.dataBits(),
                settings.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS,
                switch (settings.parity()) {
                    case NONE -> SerialPort.NO_PARITY;
                    case EVEN -> SerialPort.EVEN_PARITY;
                    case ODD -> SerialPort.ODD_PARITY;
                });
        port.setFlowControl(
                switch (settings.flow()) {
                    case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
                    case RTS_CTS ->
                            SerialPort.FLOW_CONTROL_RTS_ENABLED
                                    | SerialPort.FLOW_CONTROL_CTS_ENABLED;
                    case XON_XOFF ->
                            SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED
                                    | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
                });
    }

    private Optional<Silence> obstacle(Path real) {
        if (Files.isDirectory(real) || Files.isRegularFile(real)) {
            return Optional.of(
                    new Silence(
                            Silence.Cause.NOT_OFFERED,
                            device + " is no serial device",
                            "holdfast probe serial --list shows those of this machine"));
        }
        return Files.isReadable(real) && Files.isWritable(real)
                ? Optional.empty()
                : Optional.of(notPermitted(real));
    }

    private Silence noDevice() {
        return new Silence(
                Silence.Cause.NOT_OFFERED,
                "no device " + device,
                "plug it in; holdfast probe serial --list shows what is there");
    }

    private static Silence notPermitted(Path real) {
        return new Silence(
                Silence.Cause.NOT_PERMITTED,
                "may not open " + real,
                "run as root, or add this user to the group of the device:"
                        + " usermod -aG dialout USER");
    }

    private static Silence refusal(Path real, int code) {
        return switch (code) {
            case EBUSY, EAGAIN -> inUse(real);
            case ENOTTY -> Silence.of(Silence.Cause.NOT_OFFERED, real + " is no serial device");
            default ->
                    Silence.of(
                            Silence.Cause.FAILED, real + " cannot be opened (error " + code + ")");
        };
    }

    private static Silence inUse(Path real) {
        String by =
                LineHolder.find(LineHolder.PROC, real)
                        .map(LineHolder::toString)
                        .orElse("another program");
        return new Silence(
                Silence.Cause.FAILED,
                real + " is in use by " + by,
                "end that program, or read the device through it: holdfast probe nut for NUT");
    }
}
