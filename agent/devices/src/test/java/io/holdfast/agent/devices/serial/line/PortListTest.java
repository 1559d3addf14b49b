package io.holdfast.agent.devices.serial.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortListTest {

    @TempDir private Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void link(String from, String to) throws IOException {
        Path path = root.resolve(from);
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, Path.of(to));
    }

    @Test
    void onlyNamesWithHardwareBehindThemAreListed() throws IOException {
        write("sys/class/tty/tty0/dev", "4:0");
        write("sys/class/tty/ttyS0/type", "4\n");
        link("sys/class/tty/ttyS0/device", "../../../devices/pnp0/00:05");
        write("sys/class/tty/ttyS1/type", "0\n");
        link("sys/class/tty/ttyS1/device", "../../../devices/platform/serial8250");
        write("sys/devices/pnp0/00:05/x", "");
        write("sys/devices/platform/serial8250/x", "");
        write("sys/devices/usb1/1-2/product", "FT232R USB UART\n");
        write("sys/devices/usb1/1-2/manufacturer", "FTDI\n");
        write("sys/devices/usb1/1-2/serial", "A50285BI\n");
        write("sys/devices/usb1/1-2/1-2:1.0/ttyUSB0/x", "");
        link(
                "sys/devices/usb1/1-2/1-2:1.0/ttyUSB0/driver",
                "../../../../../bus/usb-serial/drivers/ftdi_sio");
        write("sys/class/tty/ttyUSB0/dev", "188:0");
        link("sys/class/tty/ttyUSB0/device", "../../../devices/usb1/1-2/1-2:1.0/ttyUSB0");
        write("dev/ttyUSB0", "");
        link("dev/serial/by-id/usb-FTDI_A50285BI-if00-port0", "../../ttyUSB0");

        var ports = new PortList(root).ports();
        assertThat(ports)
                .extracting(PortList.Port::device)
                .containsExactly("/dev/ttyS0", "/dev/ttyUSB0");
        PortList.Port usb = ports.getLast();
        assertThat(usb.stable()).isEqualTo("/dev/serial/by-id/usb-FTDI_A50285BI-if00-port0");
        assertThat(usb.driver()).isEqualTo("ftdi_sio");
        assertThat(usb.description()).isEqualTo("FTDI FT232R USB UART, serial A50285BI");
        assertThat(usb.usable()).isTrue();
        assertThat(ports.getFirst().usable()).isFalse();
    }

    @Test
    void aMachineWithoutAnyHasNone() {
        assertThat(new PortList(root).ports()).isEmpty();
    }
}
