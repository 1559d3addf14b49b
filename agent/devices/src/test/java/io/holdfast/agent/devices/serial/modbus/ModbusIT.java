package io.holdfast.agent.devices.serial.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import com.ghgande.j2mod.modbus.util.SerialParameters;
import io.holdfast.agent.devices.serial.Seen;
import io.holdfast.agent.devices.serial.SerialProbe;
import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.agent.devices.serial.line.LineLocks;
import io.holdfast.agent.devices.serial.line.NativePort;
import io.holdfast.agent.devices.serial.line.SerialLibrary;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.mibs.line.ModbusMaps;
import io.holdfast.testkit.PtyCable;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against another implementation of Modbus RTU, j2mod's slave, over two pseudo terminals. */
class ModbusIT {

    private static final int UNIT = 7;
    private static final int REGISTERS = 600;

    @TempDir private Path locks;

    @Test
    void aSlaveOfAnotherMakeIsReadAndGoesOnBattery() throws Exception {
        assertThat(SerialLibrary.obstacle()).isEmpty();
        SimpleProcessImage image = new SimpleProcessImage(UNIT);
        for (int i = 0; i < REGISTERS; i++) {
            image.addRegister(new SimpleRegister(0));
        }
        image.getRegister(1).setValue(1 << 1);
        image.getRegister(130).setValue(50 * 512);
        try (PtyCable cable = new PtyCable()) {
            ModbusSlave slave = ModbusSlaveFactory.createSerialSlave(port(cable));
            slave.addProcessImage(UNIT, image);
            slave.open();
            try (SerialProbe probe = probe(cable)) {
                Seen seen = new Seen(probe.look());
                assertThat(seen.health("feed:input")).isEqualTo(Health.OK);
                assertThat(seen.reading("battery:battery", "charge")).isEqualTo(50);
                image.getRegister(1).setValue(1 << 2);
                assertThat(new Seen(probe.look()).health("feed:input")).isEqualTo(Health.FAILED);
            } finally {
                ModbusSlaveFactory.close(slave);
            }
        }
    }

    private static SerialParameters port(PtyCable cable) {
        SerialParameters parameters = new SerialParameters();
        parameters.setPortName(cable.right().device().toString());
        parameters.setBaudRate(9600);
        parameters.setDatabits(8);
        parameters.setParity("None");
        parameters.setStopbits(1);
        parameters.setEncoding("rtu");
        parameters.setEcho(false);
        return parameters;
    }

    private SerialProbe probe(PtyCable cable) {
        ModbusDriver driver =
                new ModbusDriver(ModbusMaps.bundled("apc-smart-ups").orElseThrow(), UNIT);
        NativePort port =
                new NativePort(
                        cable.left().device().toString(),
                        driver.usual(),
                        new LineLocks(locks, ProcessHandle.current().pid(), pid -> false),
                        System::nanoTime);
        return new SerialProbe(
                new HostId("ber1", "r12", "ups1"),
                new HeldLine(port),
                driver,
                InstantSource.system(),
                System::nanoTime);
    }
}
