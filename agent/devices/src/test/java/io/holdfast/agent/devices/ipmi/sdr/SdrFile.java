package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A dump of a repository, as {@code ipmitool sdr dump} writes it: record after record. */
public final class SdrFile {

    private SdrFile() {}

    /** The records of our own simulated server. */
    public static List<Octets> own() {
        try (InputStream in = SdrFile.class.getResourceAsStream("own-bmc.sdr")) {
            return split(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The records in a dump. */
    public static List<Octets> split(byte[] dump) {
        List<Octets> records = new ArrayList<>();
        Octets all = Octets.of(dump);
        for (int at = 0; at + SdrDecoder.HEADER <= all.length(); ) {
            int end = at + SdrDecoder.HEADER + all.u8(at + SdrDecoder.HEADER - 1);
            records.add(all.slice(at, end));
            at = end;
        }
        return records;
    }

    /** The sensors among records. */
    public static List<SdrRecord.Sensor> sensors(List<Octets> records) {
        List<SdrRecord.Sensor> sensors = new ArrayList<>();
        for (Octets record : records) {
            if (SdrDecoder.decode(record)
                    instanceof Decoded.Good<SdrRecord>(SdrRecord.Sensor sensor)) {
                sensors.add(sensor);
            }
        }
        return sensors;
    }
}
