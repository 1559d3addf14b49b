package io.holdfast.bench.walk;

import io.holdfast.agent.devices.snmp.SnmpDevices;
import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.access.Secret;
import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.agent.devices.snmp.walk.Fetched;
import io.holdfast.agent.devices.snmp.walk.Fetcher;
import io.holdfast.agent.devices.snmp.walk.Memory;
import io.holdfast.agent.devices.snmp.walk.WalkLimits;
import io.holdfast.bench.walk.Measured.Count;
import io.holdfast.core.component.HostId;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.knowledge.Profiles;
import io.holdfast.mibs.object.Oid;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Carries out what the bench's script orders, one line each.
 *
 * <p>{@code walk PORT COMMUNITY OID} walks one subtree of one device; {@code many PORT COMMUNITY
 * COUNT OIDS} walks subtrees of as many devices at once, on addresses 127.1.x.y; {@code poll PORT
 * COMMUNITIES} looks at one device for each community, profiles and all.
 */
record Orders(SnmpSession session, Profiles profiles, InstantSource clock) {

    private static final int DEVICES_IN_A_ROW = 250;

    Measured carryOut(String[] words) throws Exception {
        int port = Integer.parseInt(words[1]);
        return switch (words[0]) {
            case "walk" -> {
                Fetcher fetcher = fetcher(new SnmpTarget("127.0.0.1", port), words[2]);
                yield Measured.of(() -> walk(fetcher, words[3]));
            }
            case "many" -> many(port, words[2], Integer.parseInt(words[3]), words[4]);
            case "poll" -> poll(port, words[2].split(","));
            default -> throw new IllegalArgumentException("unknown order " + words[0]);
        };
    }

    private Fetcher fetcher(SnmpTarget target, String community) {
        return new Fetcher(
                session.line(target, login(community)),
                WalkLimits.DEFAULT,
                WalkMain::nanos,
                new Memory(Memory.AGENT_BYTES));
    }

    private static Login login(String community) {
        return new Login.Community(Login.Version.V2C, Secret.of(community));
    }

    private static Count walk(Fetcher fetcher, String subtrees) throws InterruptedException {
        fetcher.begin();
        Fetched fetched =
                fetcher.fetch(
                        Arrays.stream(subtrees.split(","))
                                .map(Oid::parse)
                                .collect(Collectors.toCollection(TreeSet::new)));
        return new Count(fetched.variables().all().size(), fetched.missing().isEmpty() ? 0 : 1);
    }

    private Measured many(int port, String community, int count, String subtrees) throws Exception {
        List<Callable<Count>> work = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String address = "127.1." + i / DEVICES_IN_A_ROW + "." + (1 + i % DEVICES_IN_A_ROW);
            Fetcher fetcher = fetcher(new SnmpTarget(address, port), community);
            work.add(() -> walk(fetcher, subtrees));
        }
        return Measured.of(() -> together(work));
    }

    private Measured poll(int port, String[] communities) throws Exception {
        SnmpDevices devices =
                new SnmpDevices(
                        session,
                        profiles,
                        new Memory(Memory.AGENT_BYTES),
                        WalkLimits.DEFAULT,
                        clock,
                        WalkMain::nanos);
        List<Callable<Count>> work = new ArrayList<>();
        for (String community : communities) {
            HostId host = new HostId("bench", "bench", community);
            var probe =
                    devices.probe(host, new SnmpTarget("127.0.0.1", port), login(community))
                            .probe();
            work.add(
                    () -> {
                        Survey survey = probe.look();
                        return new Count(survey.components().size(), survey.complete() ? 0 : 1);
                    });
        }
        return Measured.of(() -> together(work));
    }

    private static Count together(List<Callable<Count>> work) throws Exception {
        Count sum = new Count(0, 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Count> done : threads.invokeAll(work)) {
                sum = sum.plus(done.get());
            }
        }
        return sum;
    }
}
