package io.holdfast.agent.devices.ipmi.sdr;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.testkit.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdrDecoderTest {

    private final List<SdrRecord.Sensor> own = SdrFile.sensors(SdrFile.own());

    @Test
    void readsFullAndCompactRecords() {
        assertThat(own).hasSize(21);
        SdrRecord.Sensor inlet = own.getFirst();
        assertThat(inlet.name()).isEqualTo("Inlet Temp");
        assertThat(inlet.key()).isEqualTo(new SensorKey(0x20, 0, 1));
        assertThat(inlet.thresholds()).isTrue();
        assertThat(inlet.threshold().command()).isTrue();
        Scale scale = inlet.scale().orElseThrow();
        assertThat(scale.unit().symbol()).isEqualTo("C");
        assertThat(scale.convert(23)).hasValue(23);
        SdrRecord.Sensor fan = named("Fan3 RPM");
        assertThat(fan.scale().orElseThrow().convert(70)).hasValue(8400);
        SdrRecord.Sensor supply = named("PS2 Status");
        assertThat(supply.type()).isEqualTo(8);
        assertThat(supply.eventType()).isEqualTo(0x6f);
        assertThat(supply.entity()).isEqualTo(new Entity(Entity.POWER_SUPPLY, 2));
        assertThat(supply.key().evidence(supply.entity())).isEqualTo("20:1f:10.2");
        assertThat(supply.tells(0)).isTrue();
        assertThat(named("PS Redundancy").eventType()).isEqualTo(0x0b);
    }

    private SdrRecord.Sensor named(String name) {
        return own.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void tellsTheSensorsOfASharedRecordApart() {
        SdrRecord.Sensor supply = named("PS2 Status");
        SdrRecord.Sensor shared =
                new SdrRecord.Sensor(
                        7,
                        new SensorKey(0x20, 0, 0xfe),
                        supply.entity(),
                        "DIMM ",
                        supply.type(),
                        supply.eventType(),
                        0,
                        true,
                        false,
                        supply.mask(),
                        SdrRecord.ThresholdAccess.NONE,
                        Optional.empty(),
                        Sharing.of(0x13, 0x80 | 25));
        assertThat(shared.each())
                .extracting(SdrRecord.Sensor::name)
                .containsExactly("DIMM Z", "DIMM AA", "DIMM AB");
        assertThat(shared.each())
                .extracting(one -> one.key().number() + " " + one.entity().instance())
                .containsExactly("254 2", "255 3", "0 4");
    }

    @Test
    void readsAssociationsAsListsAndAsRanges() {
        Octets list = Octets.ofHex("0100510810" + "1301" + "00" + "0a010a020a040000" + "00");
        assertThat(association(list).contained())
                .containsExactly(new Entity(10, 1), new Entity(10, 2), new Entity(10, 4));
        Octets range = Octets.ofHex("0100510810" + "1301" + "80" + "0a010a0300000000" + "00");
        assertThat(association(range).contained())
                .containsExactly(new Entity(10, 1), new Entity(10, 2), new Entity(10, 3));
    }

    private static SdrRecord.Association association(Octets bytes) {
        Decoded<SdrRecord> decoded = SdrDecoder.decode(bytes);
        assertThat(decoded).isInstanceOf(Decoded.Good.class);
        return (SdrRecord.Association) ((Decoded.Good<SdrRecord>) decoded).value();
    }

    @ParameterizedTest
    @CsvSource({"dell_r640, 201, 14", "dell_r730, 169, 17", "s2600wtt, 96, 9"})
    void readsEveryRecordOfCapturedServers(String server, int sensors, int locators)
            throws IOException {
        Optional<Path> folder = Recordings.folder("ipmi");
        Assumptions.assumeThat(folder).as("no recordings beside the project").isPresent();
        byte[] dump = Files.readAllBytes(folder.orElseThrow().resolve(server + ".sdr.bin"));
        List<Octets> records = SdrFile.split(dump);
        assertThat(records)
                .allMatch(record -> SdrDecoder.decode(record) instanceof Decoded.Good<SdrRecord>);
        long found = records.stream().filter(r -> r.u8(3) == SdrRecord.FRU_LOCATOR).count();
        assertThat(SdrFile.sensors(records)).hasSizeGreaterThan(sensors / 2);
        assertThat(found).isEqualTo(locators);
    }
}
