package io.holdfast.bench.ingest;

import io.holdfast.core.component.HostId;
import io.holdfast.wire.enrol.EnrolmentClient;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.stream.UplinkClient;
import io.holdfast.wire.tls.CollectorChannel;
import io.holdfast.wire.tls.Identity;
import io.holdfast.wire.tls.TlsContext;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The generator's wiring: simulated agents against a real collector; one JSON line in the end. */
public final class IngestMain {

    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration LAST_ACKS = Duration.ofSeconds(60);
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private IngestMain() {}

    /** Runs the load that the arguments ask for. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, GeneralSecurityException {
        Load load = Load.parse(arguments);
        Executor threads = Executors.newVirtualThreadPerTaskExecutor();
        Latencies latencies = new Latencies();
        List<SimulatedAgent> agents = agents(load, threads, latencies);
        System.out.println("connect");
        double startUp = standAll(agents);
        System.out.println("stand");
        live(agents, load.readings(), load.healths(), load.warmSeconds());
        latencies.clear();
        System.out.println("begin");
        long begin = System.nanoTime();
        live(agents, load.readings(), load.healths(), load.seconds());
        System.out.println("end");
        double seconds = (System.nanoTime() - begin) / 1e9;
        long acknowledged = latencies.count();
        long left = drain(agents);
        Truth.write(load.truth(), agents);
        System.out.println(result(load, agents, latencies, startUp, acknowledged / seconds, left));
        System.exit(0);
    }

    private static List<SimulatedAgent> agents(Load load, Executor threads, Latencies latencies)
            throws IOException, InterruptedException, ExecutionException, GeneralSecurityException {
        List<HostId> hosts = new ArrayList<>();
        for (int i = 0; i < load.agents(); i++) {
            hosts.add(new HostId("bench", "r" + i / 40, "h" + i));
        }
        EnrolmentToken token = EnrolmentToken.parse(Files.readString(load.token()));
        EnrolmentClient client = new EnrolmentClient(load.host(), load.port(), CALL, threads);
        List<Identity> identities = new Enrolments(client, token).all(hosts);
        Random seeds = new Random(load.seed());
        Optional<AckLog> acks =
                load.acks().isPresent()
                        ? Optional.of(AckLog.open(load.acks().get()))
                        : Optional.empty();
        List<SimulatedAgent> agents = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            Identity identity = identities.get(i);
            var tls = TlsContext.of(List.of(identity.chain().getLast()), Optional.of(identity));
            var channel = CollectorChannel.open(load.host(), load.port(), tls, threads);
            agents.add(
                    new SimulatedAgent(
                            new SimulatedHost(hosts.get(i)),
                            new UplinkClient(channel),
                            new Random(seeds.nextLong()),
                            InstantSource.system(),
                            System::nanoTime,
                            latencies,
                            acks));
        }
        return agents;
    }

    /**
     * Lets all agents connect at once, as after a collector's restart, and tell everything; gives
     * the seconds until every one has a stream and all that it told is durable.
     */
    private static double standAll(List<SimulatedAgent> agents) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + LONGEST_START.toNanos();
        do {
            live(agents, 0, 0, 1);
        } while (!agents.stream().allMatch(SimulatedAgent::stands) && System.nanoTime() < end);
        long left = agents.stream().filter(agent -> !agent.stands()).count();
        if (left > 0) {
            throw new IllegalStateException(
                    "expected all streams to stand within "
                            + LONGEST_START
                            + ", but "
                            + left
                            + " do not");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Gives every agent its tick once a second, spread over the second. */
    private static void live(
            List<SimulatedAgent> agents, double readings, double healths, int seconds)
            throws InterruptedException {
        long begin = System.nanoTime();
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < agents.size(); i++) {
                long due = begin + second * SECOND + i * SECOND / agents.size();
                long early = due - System.nanoTime();
                if (early > 1_000_000) {
                    Thread.sleep(Duration.ofNanos(early));
                }
                agents.get(i).live(readings, healths);
            }
        }
    }

    /** Waits for the last acknowledgements; gives the number of changes that never got one. */
    private static long drain(List<SimulatedAgent> agents) throws InterruptedException {
        long end = System.nanoTime() + LAST_ACKS.toNanos();
        long left = 0;
        do {
            agents.forEach(SimulatedAgent::flush);
            left = agents.stream().mapToLong(SimulatedAgent::unacknowledged).sum();
            Thread.sleep(100);
        } while (left > 0 && System.nanoTime() < end);
        return left;
    }

    private static String result(
            Load load,
            List<SimulatedAgent> agents,
            Latencies latencies,
            double startUp,
            double rate,
            long left) {
        long made = agents.stream().mapToLong(SimulatedAgent::made).sum();
        long streams = agents.stream().mapToLong(SimulatedAgent::streams).sum();
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return String.format(
                Locale.ROOT,
                "{\"agents\":%d,\"start_s\":%.1f,\"seconds\":%d,\"changes_made\":%d,"
                        + "\"unacknowledged\":%d,"
                        + "\"streams\":%d,\"acknowledged_per_second\":%.0f,\"p50_ms\":%.1f,"
                        + "\"p99_ms\":%.1f,\"p999_ms\":%.1f,\"n\":%d,\"generator_cpu_s\":%.1f}",
                load.agents(),
                startUp,
                load.seconds(),
                made,
                left,
                streams,
                rate,
                latencies.quantile(0.5).toNanos() / 1e6,
                latencies.quantile(0.99).toNanos() / 1e6,
                latencies.quantile(0.999).toNanos() / 1e6,
                latencies.count(),
                cpu.toMillis() / 1e3);
    }
}
