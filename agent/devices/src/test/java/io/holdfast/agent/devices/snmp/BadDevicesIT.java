package io.holdfast.agent.devices.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.Messages;
import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.agent.devices.snmp.peer.HostileAgent;
import io.holdfast.agent.devices.snmp.peer.HostileAgent.Manners;
import io.holdfast.agent.devices.snmp.peer.TestSession;
import io.holdfast.agent.devices.snmp.walk.Fetcher;
import io.holdfast.agent.devices.snmp.walk.Memory;
import io.holdfast.agent.devices.snmp.walk.Walk;
import io.holdfast.agent.devices.snmp.walk.WalkLimits;
import io.holdfast.mibs.object.Oid;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** Agents that lie, stop, go round or send rubbish: a clear reason, and nothing left behind. */
final class BadDevicesIT {

    private static final long SEED = 20_263;
    private static final int SLICE = 300;
    private static final int LONG = 10_000;
    private static final Oid TABLE = Oid.parse("1.3.6.1.4.1.99999.1");
    private static final OID COLUMN = new OID("1.3.6.1.4.1.99999.1.1");
    private static final long MEMORY_BYTES = 8L << 20;

    /** Hardly any patience: what does not come at once over loopback does not come. */
    private static final WalkLimits SHORT =
            new WalkLimits(
                    Duration.ofMillis(60), 2, Duration.ofSeconds(20), 20, 50, 5_000, 1 << 20);

    /** No patience at all, for many rounds. */
    private static final WalkLimits NONE =
            new WalkLimits(Duration.ofMillis(4), 1, Duration.ofSeconds(20), 20, 50, 500, 1 << 20);

    private final Memory memory = new Memory(MEMORY_BYTES);
    private HostileAgent agent;
    private SnmpSession session;

    @BeforeEach
    void start() throws Exception {
        agent = HostileAgent.start((request, number) -> List.of());
        session = TestSession.open();
    }

    @AfterEach
    void stop() {
        session.close();
        agent.close();
    }

    private Walk walk(Manners manners) throws Exception {
        return walk(manners, SHORT);
    }

    private Walk walk(Manners manners, WalkLimits limits) throws Exception {
        agent.behave(manners);
        Line line = session.line(agent.target(), TestSession.community("public"));
        Fetcher fetcher = new Fetcher(line, limits, System::nanoTime, memory);
        Walk walk = fetcher.walk(TABLE);
        fetcher.end();
        assertThat(session.underWay()).isZero();
        assertThat(memory.left()).isEqualTo(MEMORY_BYTES);
        return walk;
    }

    private void assertReason(Walk walk, Trouble.Kind kind, String words) {
        Trouble reason =
                switch (walk) {
                    case Walk.Walked walked -> throw new AssertionError("walked " + walked);
                    case Walk.Partly partly -> partly.reason();
                    case Walk.Failed failed -> failed.reason();
                };
        assertThat(reason.kind()).as(reason.detail()).isEqualTo(kind);
        assertThat(reason.detail()).contains(words);
    }

    /** What a good agent with an endless table says. */
    private static PDU rows(PDU request, int count) {
        PDU response = new PDU();
        response.setType(PDU.RESPONSE);
        response.setRequestID(request.getRequestID());
        OID at = request.get(0).getOid();
        int row = at.startsWith(COLUMN) && at.size() > COLUMN.size() ? at.last() : 0;
        for (int i = 1; i <= count; i++) {
            OID name = new OID(COLUMN).append(row + i);
            response.add(new VariableBinding(name, new Integer32(row + i)));
        }
        return response;
    }

    private static byte[] good(PDU request) {
        int count = request.getType() == PDU.GETBULK ? request.getMaxRepetitions() : 1;
        return Messages.encode("public", rows(request, count));
    }

    @Test
    void aGoodAgentIsReachedByIpv6Too() throws Exception {
        InetAddress loopback = InetAddress.ofLiteral("::1");
        try (HostileAgent good =
                HostileAgent.start(loopback, (request, number) -> List.of(end(request)))) {
            assertThat(SnmpTarget.parse(good.target().toString())).isEqualTo(good.target());
            Line line = session.line(good.target(), TestSession.community("public"));
            Fetcher fetcher = new Fetcher(line, SHORT, System::nanoTime, memory);
            assertThat(fetcher.walk(TABLE)).isInstanceOf(Walk.Walked.class);
        } catch (SocketException e) {
            assumeTrue(false, "no IPv6 loopback here: " + e.getMessage());
        }
    }

    @Test
    void truncatedAnswersAreNotUnderstood() throws Exception {
        Walk walk =
                walk(
                        (request, number) -> {
                            byte[] good = good(request);
                            return List.of(Arrays.copyOf(good, good.length / 2));
                        });
        assertReason(walk, Trouble.Kind.NOT_UNDERSTOOD, "no SNMP message");
        assertThat(agent.asked()).isEqualTo(SHORT.tries());
    }

    @Test
    void lengthsThatLieAreNotUnderstood() throws Exception {
        byte[] lie = {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 2, 1, 1};
        assertReason(
                walk((request, number) -> List.of(lie)),
                Trouble.Kind.NOT_UNDERSTOOD,
                "no SNMP message");
    }

    @Test
    void sequencesWithinSequencesAreNotUnderstood() throws Exception {
        byte[] deep = new byte[60_000];
        for (int i = 0; i + 3 < deep.length; i += 4) {
            int left = deep.length - i - 4;
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x82;
            deep[i + 2] = (byte) (left >> 8);
            deep[i + 3] = (byte) left;
        }
        assertReason(
                walk((request, number) -> List.of(deep)),
                Trouble.Kind.NOT_UNDERSTOOD,
                "no SNMP message");
    }

    @Test
    void answersToOtherQuestionsAreNotTaken() throws Exception {
        Walk walk =
                walk(
                        (request, number) -> {
                            PDU response = rows(request, 5);
                            int id = request.getRequestID().getValue();
                            response.setRequestID(new Integer32(id ^ 1));
                            return List.of(Messages.encode("public", response));
                        });
        assertReason(walk, Trouble.Kind.NOT_UNDERSTOOD, "answer another question");
    }

    @Test
    void rubbishBeforeTheAnswerDoesNotHinderIt() throws Exception {
        Walk walk =
                walk(
                        (request, number) -> {
                            PDU late = rows(request, 3);
                            late.setRequestID(new Integer32(1));
                            byte[] end = end(request);
                            return List.of(
                                    new byte[] {1, 2, 3}, Messages.encode("public", late), end);
                        });
        assertThat(walk).isInstanceOf(Walk.Walked.class);
    }

    private static byte[] end(PDU request) {
        PDU response = new PDU();
        response.setType(PDU.RESPONSE);
        response.setRequestID(request.getRequestID());
        response.add(new VariableBinding(new OID("1.3.6.1.4.1.99999.2"), new Integer32(1)));
        return Messages.encode("public", response);
    }

    @Test
    void anotherAgentCannotAnswerInItsPlace() throws Exception {
        try (HostileAgent liar = HostileAgent.start((request, number) -> List.of())) {
            Line other = session.line(liar.target(), TestSession.community("public"));
            agent.behave((request, number) -> List.of());
            // The liar is asked something too, and answers with the id of the other's question.
            Fetcher fetcher = new Fetcher(other, SHORT, System::nanoTime, memory);
            liar.behave(
                    (request, number) -> {
                        PDU spoof = rows(request, 5);
                        spoof.setRequestID(new Integer32(number + 1));
                        return List.of(Messages.encode("public", spoof));
                    });
            assertReasonOf(fetcher.walk(TABLE));
            fetcher.end();
        }
    }

    private void assertReasonOf(Walk walk) {
        assertReason(walk, Trouble.Kind.NOT_UNDERSTOOD, "answer another question");
    }

    @Test
    void aLoopIsFound() throws Exception {
        Walk walk =
                walk(
                        (request, number) -> {
                            OID at = request.get(0).getOid();
                            boolean round = at.size() > COLUMN.size() && at.last() >= 100;
                            if (!round) {
                                return List.of(good(request));
                            }
                            PDU response = rows(request, 0);
                            OID back = new OID(COLUMN).append(7);
                            response.add(new VariableBinding(back, new Integer32(7)));
                            return List.of(Messages.encode("public", response));
                        });
        assertReason(walk, Trouble.Kind.LOOPED, "where it has been");
        assertThat(walk.got().all().size()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void anEndlessTableIsCutOff() throws Exception {
        Walk walk = walk((request, number) -> List.of(good(request)));
        assertReason(walk, Trouble.Kind.TOO_LARGE, "more than one look may take");
        assertThat(walk.got().all()).hasSize(SHORT.mostVariables());
    }

    @Test
    void farMoreThanWasAskedForIsNotTaken() throws Exception {
        Walk walk =
                walk((request, number) -> List.of(Messages.encode("public", rows(request, 2_000))));
        assertReason(walk, Trouble.Kind.TOO_LARGE, "more than one look may take");
        assertThat(agent.asked()).isGreaterThan(90);
    }

    @Test
    void hugeValuesAreCutOff() throws Exception {
        Walk walk =
                walk(
                        (request, number) -> {
                            PDU response = rows(request, 1);
                            OID name = response.get(0).getOid();
                            response.clear();
                            response.setType(PDU.RESPONSE);
                            response.setRequestID(request.getRequestID());
                            response.add(
                                    new VariableBinding(name, new OctetString(new byte[60_000])));
                            return List.of(Messages.encode("public", response));
                        });
        assertReason(walk, Trouble.Kind.TOO_LARGE, "more than one look may take");
        assertThat(walk.got().all()).hasSize(17);
    }

    @Test
    void deathInMidWalkKeepsWhatWasGot() throws Exception {
        Walk walk = walk((request, number) -> number < 3 ? List.of(good(request)) : List.of());
        assertReason(walk, Trouble.Kind.TIMED_OUT, "no answer within");
        assertThat(walk.got().all()).hasSize(20 + 30 + 45);
    }

    @Test
    void anAnswerWithoutVariablesIsNotUnderstood() throws Exception {
        Walk walk = walk((request, number) -> List.of(Messages.encode("public", rows(request, 0))));
        assertReason(walk, Trouble.Kind.NOT_UNDERSTOOD, "without any variable");
    }

    @Test
    void nothingIsLeftBehindAfterManyRounds() throws Exception {
        int rounds = "true".equals(System.getenv("HOLDFAST_LONG")) ? LONG : SLICE;
        Random random = new Random(SEED);
        walk((request, number) -> List.of(end(request)));
        int threads = Thread.activeCount();
        for (int round = 0; round < rounds; round++) {
            int manner = random.nextInt(5);
            int cut = random.nextInt(400);
            Walk walk =
                    walk(
                            (request, number) ->
                                    switch (manner) {
                                        case 0 -> List.of(damaged(good(request), random));
                                        case 1 -> List.of(Arrays.copyOf(good(request), cut));
                                        case 2 -> number < 2 ? List.of(good(request)) : List.of();
                                        case 3 -> List.of(end(request), end(request));
                                        default -> List.of(new byte[cut]);
                                    },
                            NONE);
            assertThat(walk).as("seed %s, round %s", SEED, round).isNotNull();
        }
        assertThat(Thread.activeCount()).isEqualTo(threads);
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = 0; i < 4; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
