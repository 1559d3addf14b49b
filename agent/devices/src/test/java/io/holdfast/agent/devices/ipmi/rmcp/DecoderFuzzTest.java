package io.holdfast.agent.devices.ipmi.rmcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.chassis.ChassisStatus;
import io.holdfast.agent.devices.ipmi.chassis.DcmiPower;
import io.holdfast.agent.devices.ipmi.chassis.DeviceId;
import io.holdfast.agent.devices.ipmi.fru.FruDecoder;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.LanMessage;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.sdr.RepositoryInfo;
import io.holdfast.agent.devices.ipmi.sdr.SdrDecoder;
import io.holdfast.agent.devices.ipmi.sdr.SdrFile;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord;
import io.holdfast.agent.devices.ipmi.sel.SelDecoder;
import io.holdfast.agent.devices.ipmi.sel.SelInfo;
import io.holdfast.agent.devices.ipmi.sensor.SensorReading;
import io.holdfast.agent.devices.ipmi.sensor.Thresholds;
import io.holdfast.testkit.ByteMutations;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No bytes from the wire make a decoder fail in any other way than by saying why. */
class DecoderFuzzTest {

    private static final long SEED = 20261124;

    private static final Octets FRU =
            Octets.ofHex(
                    "01000001050000f9"
                            + "0104190000"
                            + "00"
                            + "c6486f6c64"
                            + "6661"
                            + "c3424d43"
                            + "c2"
                            + "3031"
                            + "c0c10000000000000000000000"
                            + "010319c4486f6c64c34f6e65c0c0c25a39c0c0c10000");

    static Stream<Arguments> decoders() {
        Octets record = SdrFile.own().getFirst();
        Octets compact = SdrFile.own().get(15);
        return Stream.of(
                of("full record", record, SdrDecoder::decode),
                of("compact record", compact, SdrDecoder::decode),
                of(
                        "association",
                        Octets.ofHex(
                                "01005109"
                                        + "1b"
                                        + "13012000"
                                        + "80"
                                        + "20000a0120000a04"
                                        + "0000000000000000"
                                        + "00000000000000"),
                        SdrDecoder::decode),
                of(
                        "log entry",
                        Octets.ofHex("010002a0b1c2602000040801ef6f01ffff"),
                        SelDecoder::decode),
                of("log state", Octets.ofHex("51410000401122334455667788" + "02"), SelInfo::decode),
                of("fru", FRU, FruDecoder::decode),
                of("reading", Octets.of(0x17, 0xc0, 0xc0, 0x80), SensorReading::decode),
                of("thresholds", Octets.of(0x3f, 1, 2, 3, 4, 5, 6), Thresholds::decode),
                of("device", Octets.ofHex("20810230029fa2020001000000"), DeviceId::decode),
                of(
                        "repository",
                        Octets.ofHex("5115000040112233445566778820"),
                        RepositoryInfo::decode),
                of("chassis", Octets.of(0x21, 0x10, 0x40, 0x70), ChassisStatus::decode),
                of("dcmi", Octets.ofHex("dc7000600080007200aabbccdde803000040"), DcmiPower::decode),
                of("message", Octets.ofHex("811c632004010020ffbc"), LanMessage::decodeReply),
                of(
                        "suites",
                        Octets.ofHex("c003014181c1110102030341"),
                        in -> new Decoded.Good<>(Sessionless.readSuites(in))),
                of(
                        "packet",
                        Octets.of(Packet.plus(0x11, 0, 0, 0, new byte[36])),
                        in -> Packet.decode(in.bytes())),
                of("open", Octets.of(new byte[36]), in -> Handshake.opened(in, 0, 0)),
                of("rakp 2", Octets.of(new byte[60]), in -> Handshake.rakp2(in, 0, 0)),
                of("rakp 4", Octets.of(new byte[20]), in -> Handshake.rakp4(in, 0, 0)));
    }

    private static Arguments of(
            String name, Octets good, Function<Octets, ? extends Decoded<?>> decoder) {
        return Arguments.of(name, good, decoder);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decoders")
    void damagedBytesAreAnswersToo(String name, Octets good, Function<Octets, Decoded<?>> decoder) {
        ByteMutations.feed(
                good.bytes(),
                SEED,
                bytes -> {
                    Decoded<?> decoded = decoder.apply(Octets.of(bytes));
                    assertThat(decoded).isNotNull();
                    if (decoded instanceof Decoded.Good<?>(SdrRecord.Sensor sensor)) {
                        sensor.each().forEach(one -> sensor.scale().ifPresent(s -> s.convert(9)));
                    }
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decoders")
    void goodBytesAreGood(String name, Octets good, Function<Octets, Decoded<?>> decoder) {
        assertThat(decoder.apply(good)).as(name).isInstanceOf(Decoded.Good.class);
    }

    @ParameterizedTest
    @EnumSource(CipherSuite.class)
    void damagedPacketsOfASessionAreNeverTaken(CipherSuite suite) {
        SessionKeys keys = new SessionKeys(suite, new byte[20]);
        Sealing sealing = new Sealing(keys, new Random(SEED));
        byte[] good = sealing.wrap(new byte[] {1, 2, 3}, 7, 1);
        ByteMutations.feed(
                good,
                SEED,
                bytes -> {
                    if (Packet.decode(bytes) instanceof Decoded.Good<Packet>(Packet.Plus plus)
                            && sealing.unwrap(bytes, plus) instanceof Decoded.Good<byte[]>) {
                        // The four bytes of RMCP's own header are not covered.
                        assertThat(Octets.of(bytes).from(4)).isEqualTo(Octets.of(good).from(4));
                    }
                });
    }
}
