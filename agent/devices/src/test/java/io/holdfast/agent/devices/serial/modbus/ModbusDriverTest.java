package io.holdfast.agent.devices.serial.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.serial.DeviceDraft;
import io.holdfast.agent.devices.serial.FakeLine;
import io.holdfast.agent.devices.serial.Seen;
import io.holdfast.agent.devices.serial.SerialProbe;
import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import io.holdfast.mibs.line.ModbusMap;
import io.holdfast.mibs.line.ModbusMaps;
import io.holdfast.testkit.ByteMutations;
import io.holdfast.testkit.ManualTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ModbusDriverTest {

    private static final HostId HOST = new HostId("ber1", "r12", "ups1");
    private static final ModbusMap MAP = ModbusMaps.bundled("apc-smart-ups").orElseThrow();

    private final ManualTime time = ManualTime.start();
    private final Map<Integer, Integer> registers = new TreeMap<>();

    /** Answers function 3 as a device would that has registers 0 to 600. */
    private byte[] answer(byte[] question) {
        int address = (question[2] & 0xff) << 8 | (question[3] & 0xff);
        int words = (question[4] & 0xff) << 8 | (question[5] & 0xff);
        byte[] frame = new byte[5 + 2 * words];
        frame[0] = question[0];
        frame[1] = question[1];
        frame[2] = (byte) (2 * words);
        for (int i = 0; i < words; i++) {
            int word = registers.getOrDefault(address + i, 0);
            frame[3 + 2 * i] = (byte) (word >> 8);
            frame[4 + 2 * i] = (byte) word;
        }
        Rtu.seal(frame);
        return frame;
    }

    private void text(int address, String text) {
        for (int i = 0; i < text.length(); i += 2) {
            registers.put(
                    address + i / 2,
                    text.charAt(i) << 8 | (i + 1 < text.length() ? text.charAt(i + 1) : 0));
        }
    }

    private Seen look(UnaryOperator<byte[]> device) throws InterruptedException {
        FakeLine line = new FakeLine(time, device);
        ModbusDriver driver = new ModbusDriver(MAP, 1);
        return new Seen(new SerialProbe(HOST, new HeldLine(line), driver, time, time).look());
    }

    @Test
    void theChecksumIsThatOfTheStandard() {
        // Worked examples of public Modbus documentation: 01 03 00 00 00 0A CRC C5 CD.
        assertThat(HexFormat.of().formatHex(Rtu.question(1, 3, 0, 10)))
                .isEqualTo("01030000000ac5cd");
        assertThat(HexFormat.of().formatHex(Rtu.question(0x11, 3, 0x6b, 3)))
                .isEqualTo("1103006b00037687");
    }

    @Test
    void aUpsIsReadByItsMap() throws InterruptedException {
        registers.put(1, 1 << 1);
        registers.put(129, 1800);
        registers.put(130, 100 * 512);
        registers.put(151, 231 * 64);
        registers.put(135, 0xffff);
        text(532, "Smart-UPS 1500");
        text(564, "AS1234567890");
        Seen seen = look(this::answer);
        assertThat(seen.identity())
                .containsEntry("vendor", "APC")
                .containsEntry("model", "Smart-UPS 1500")
                .containsEntry("serial", "AS1234567890");
        assertThat(seen.health("ups:ups")).isEqualTo(Health.OK);
        assertThat(seen.health("feed:input")).isEqualTo(Health.OK);
        assertThat(seen.reading("battery:battery", "charge")).isEqualTo(100);
        assertThat(seen.reading("battery:battery", "runtime")).isEqualTo(1800);
        assertThat(seen.reading("feed:input", "voltage")).isEqualTo(231);
        assertThat(seen.reported("battery:battery").readings())
                .noneMatch(reading -> reading.name().equals("temperature"));
        assertThat(seen.survey().groups()).hasSize(1);
        assertThat(seen.survey().complete()).isTrue();
    }

    @Test
    void bitsFailTheFeedAndTheBattery() throws InterruptedException {
        registers.put(1, 1 << 2);
        registers.put(22, 1 << 2);
        Seen seen = look(this::answer);
        assertThat(seen.health("ups:ups")).isEqualTo(Health.DEGRADED);
        assertThat(seen.health("feed:input")).isEqualTo(Health.FAILED);
        assertThat(seen.health("battery:battery")).isEqualTo(Health.DEGRADED);
        assertThat(seen.evidence("feed:input").key()).isEqualTo("UPSStatus_BF.input@0");
        assertThat(seen.evidence("feed:input").value()).isEqualTo("0x4");
    }

    @Test
    void registersThatAreRefusedAreNamedAndTheRestIsSeen() throws InterruptedException {
        registers.put(1, 1 << 1);
        Seen seen =
                look(
                        question -> {
                            if (question[2] == 2) {
                                byte[] refusal = {1, (byte) 0x83, 2, 0, 0};
                                Rtu.seal(refusal);
                                return refusal;
                            }
                            return answer(question);
                        });
        assertThat(seen.health("ups:ups")).isEqualTo(Health.OK);
        assertThat(seen.survey().complete()).isFalse();
        assertThat(seen.survey().unseen().getFirst().silence().detail())
                .contains("Modbus exception 2");
    }

    @Test
    void silenceBadChecksumsOtherUnitsAndHalfFramesAreToldApart() throws InterruptedException {
        assertThat(look(question -> new byte[0]).silence().cause())
                .isEqualTo(Silence.Cause.TIMED_OUT);
        assertThat(
                        look(question -> {
                                    byte[] frame = answer(question);
                                    frame[4] ^= 1;
                                    return frame;
                                })
                                .silence()
                                .detail())
                .contains("checksum");
        assertThat(
                        look(question -> {
                                    byte[] frame = answer(question);
                                    frame[0] = 9;
                                    Rtu.seal(frame);
                                    return frame;
                                })
                                .silence()
                                .detail())
                .contains("unit 9");
        assertThat(look(question -> Arrays.copyOf(answer(question), 7)).silence().detail())
                .contains("stops after 7");
    }

    @Test
    void oneQuestionNeverAsksForMoreThanTheStandardAllows() {
        for (Block block : Block.of(MAP)) {
            assertThat(block.words()).isBetween(1, Rtu.MOST_WORDS);
        }
        assertThat(Block.of(MAP)).hasSizeLessThan(MAP.registers().size());
    }

    @Test
    void damagedFramesAndAnyRegistersNeverBreakADecoder() {
        byte[] good = answer(Rtu.question(1, 3, 0, 20));
        ByteMutations.feed(
                good,
                20260304,
                frame -> {
                    assertThat(Rtu.end(frame)).isLessThanOrEqualTo(frame.length);
                    Rtu.decode(frame, 1, 3, 20);
                });
        SplittableRandom random = new SplittableRandom(20260305);
        for (int round = 0; round < 500; round++) {
            Image image = new Image();
            for (Block block : Block.of(MAP)) {
                if (random.nextInt(5) > 0) {
                    image.put(block, random.ints(block.words(), 0, 0x10000).toArray());
                }
            }
            RegisterDecoder.decode(MAP, image, new DeviceDraft(MAP.self(), "fuzz"));
        }
    }
}
