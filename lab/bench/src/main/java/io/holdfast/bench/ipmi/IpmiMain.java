package io.holdfast.bench.ipmi;

import io.holdfast.agent.devices.ipmi.look.BmcLook;
import io.holdfast.agent.devices.ipmi.look.CipherZeroCheck;
import io.holdfast.agent.devices.ipmi.look.LookReader;
import io.holdfast.agent.devices.ipmi.look.Seen;
import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.rmcp.CipherSuite;
import io.holdfast.agent.devices.ipmi.rmcp.LanLink;
import io.holdfast.agent.devices.ipmi.rmcp.LanTarget;
import io.holdfast.agent.devices.ipmi.rmcp.Password;
import io.holdfast.agent.devices.ipmi.rmcp.Patience;
import io.holdfast.agent.devices.ipmi.rmcp.Privilege;
import io.holdfast.agent.devices.ipmi.rmcp.UdpDatagrams;
import io.holdfast.agent.devices.ipmi.sdr.MemorySdrCache;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord.Sensor;
import io.holdfast.agent.devices.ipmi.survey.Memory;
import io.holdfast.agent.devices.ipmi.survey.ServerSurvey;
import io.holdfast.core.component.HostId;
import io.holdfast.core.survey.Survey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one BMC.
 *
 * <pre>
 *   readings PORT            one line for each sensor, fields apart by tabs
 *   looks PORT WARM COUNT    full looks with what was kept from earlier ones; one line of JSON
 *   once PORT WARM COUNT     the same, with a session of its own for each look
 * </pre>
 */
public final class IpmiMain {

    private static final String USER = "admin";

    private IpmiMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[1]);
        LanTarget target =
                new LanTarget(
                        "127.0.0.1",
                        port,
                        USER,
                        Password.of(USER),
                        Optional.of(CipherSuite.SUITE_3),
                        Privilege.USER);
        LanLink link =
                new LanLink(
                        target,
                        UdpDatagrams::open,
                        Patience.USUAL,
                        System::nanoTime,
                        new SecureRandom());
        LookReader reader =
                new LookReader(
                        new Bmc(link, Thread::sleep), new MemorySdrCache(), InstantSource.system());
        if (arguments[0].equals("readings")) {
            look(reader).sensors().forEach(sensor -> System.out.println(line(sensor)));
        } else {
            int warm = Integer.parseInt(arguments[2]);
            int count = Integer.parseInt(arguments[3]);
            System.out.println(measure(link, reader, warm, count, arguments[0].equals("once")));
        }
        link.close();
    }

    private static String measure(
            LanLink link, LookReader reader, int warm, int count, boolean once)
            throws InterruptedException {
        HostId host = new HostId("bench", "bench", "bmc");
        Memory memory = new Memory();
        double[] millis = new double[count];
        long packets = 0;
        int components = 0;
        for (int i = -warm; i < count; i++) {
            long sent = link.sent();
            long began = System.nanoTime();
            Survey survey = ServerSurvey.of("bench", host, look(reader), memory);
            if (once) {
                link.close();
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
                packets = Math.max(packets, link.sent() - sent);
                components = survey.components().size();
            }
        }
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "{\"median_ms\":%.3f,\"best_ms\":%.3f,\"worst_ms\":%.3f,\"packets\":%d,"
                        + "\"components\":%d}",
                millis[count / 2],
                millis[0],
                millis[count - 1],
                packets,
                components);
    }

    private static BmcLook look(LookReader reader) throws InterruptedException {
        return switch (reader.look(CipherZeroCheck.NONE)) {
            case LookReader.Result.Looked(var look, var news) -> look;
            case LookReader.Result.Failed(var why) -> throw new IllegalStateException(why.detail());
        };
    }

    private static String line(SensorLook look) {
        Sensor sensor = look.sensor();
        String value = "";
        String bits = "";
        if (look.seen() instanceof Seen.Present(var reading, var number)) {
            bits = Integer.toHexString(reading.bits());
            if (number.isPresent()) {
                value = String.format(Locale.ROOT, "%.2f", number.getAsDouble());
            }
        }
        return String.join(
                "\t",
                Integer.toString(sensor.id()),
                sensor.key().evidence(sensor.entity()),
                sensor.name(),
                look.seen().getClass().getSimpleName(),
                value,
                sensor.scale().map(scale -> scale.unit().symbol()).orElse(""),
                sensor.thresholds() ? "threshold" : "discrete",
                bits,
                look.words());
    }
}
