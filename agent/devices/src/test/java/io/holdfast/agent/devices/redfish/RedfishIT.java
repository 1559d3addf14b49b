package io.holdfast.agent.devices.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.agent.devices.redfish.actuate.PowerAct;
import io.holdfast.agent.devices.redfish.actuate.PowerResult;
import io.holdfast.agent.devices.redfish.actuate.PowerSwitch;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.agent.devices.redfish.event.EventStream;
import io.holdfast.agent.devices.redfish.event.Hint;
import io.holdfast.agent.devices.redfish.event.Subscribed;
import io.holdfast.agent.devices.redfish.event.Subscriptions;
import io.holdfast.agent.devices.redfish.http.Deadline;
import io.holdfast.agent.devices.redfish.http.Endpoint;
import io.holdfast.agent.devices.redfish.http.Fingerprint;
import io.holdfast.agent.devices.redfish.http.SocketConnector;
import io.holdfast.agent.devices.redfish.http.Trust;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.ServiceClient;
import io.holdfast.agent.devices.redfish.service.ServiceLimits;
import io.holdfast.agent.devices.redfish.service.SessionKeeper;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.Recordings;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a BMC in a process of its own, over real sockets and real TLS. */
final class RedfishIT {

    private static final String SUPPLIES = "/redfish/v1/Chassis/1/PowerSubsystem/PowerSupplies/";

    /** Short enough for tests, and far above what loopback needs. */
    private static final ServiceLimits HASTY =
            new ServiceLimits(
                    1 << 20, 60_000, 600, 2, Duration.ofMillis(1_500), Duration.ofMillis(1));

    @TempDir private Path scratch = Path.of("");
    private @Nullable BmcProcess process;

    @BeforeEach
    void start() throws Exception {
        Path tree = scratch.resolve("tree.json");
        try (var in = RedfishIT.class.getResourceAsStream("new-style.json")) {
            Files.write(tree, Objects.requireNonNull(in).readAllBytes());
        }
        process = BmcProcess.start(scratch, tree);
    }

    @AfterEach
    void stop() throws Exception {
        if (process != null) {
            process.close();
        }
    }

    private BmcProcess server() {
        return Objects.requireNonNull(process);
    }

    private Access access(Endpoint endpoint, Login login, Trust trust) {
        return new Access(
                endpoint,
                login,
                trust,
                new SocketConnector(trust),
                HASTY,
                System::nanoTime,
                Thread::sleep);
    }

    private Access access(Trust trust) {
        return access(server().endpoint(), BmcProcess.LOGIN, trust);
    }

    private Trust pinned() {
        return new Trust.Pinned(server().fingerprint());
    }

    private static Bmc bmc(Access access) {
        return new Bmc(Tree.HOST, access, InstantSource.system(), Duration.ofSeconds(20));
    }

    private static Survey look(Bmc bmc) throws InterruptedException {
        return bmc.look("redfish", Scope.EVERYTHING);
    }

    private static Silence only(Survey survey) {
        assertThat(survey.components()).isEmpty();
        assertThat(survey.unseen()).hasSize(1);
        return survey.unseen().getFirst().silence();
    }

    @Test
    void aSupplyThatFailsIsFoundInTheNextLook() throws Exception {
        try (Bmc peer = bmc(access(pinned()))) {
            Seen before = new Seen(look(peer));
            assertThat(before.survey().complete()).isTrue();
            assertThat(before.assess("power").spares()).isEqualTo(2);

            server().patch(SUPPLIES + "2", "{\"Status\":{\"Health\":\"Critical\"}}");
            server().patch(SUPPLIES + "4", "{\"Status\":{\"State\":\"Absent\"}}");

            Seen after = new Seen(look(peer));
            assertThat(after.word("psu:PSU 2")).isEqualTo("FAILED");
            assertThat(after.word("psu:PSU 4")).isEqualTo("ABSENT");
            assertThat(after.assess("power").computed()).isEqualTo(Redundancy.NONE);
            assertThat(after.assess("power").spares()).isZero();
            assertThat(server().counts())
                    .contains("\"sessions\": 1")
                    .contains("\"most-sessions\": 1");
        }
        assertThat(server().counts()).contains("\"sessions\": 0");
    }

    @Test
    void anAuthorityVouchesForTheName() throws Exception {
        Trust ca = new Trust.Authorities(List.of(server().authority()));
        try (Bmc peer = bmc(access(ca))) {
            assertThat(look(peer).complete()).isTrue();
        }
        Endpoint byAddress = new Endpoint(true, "127.0.0.1", server().endpoint().port());
        try (Bmc peer = bmc(access(byAddress, BmcProcess.LOGIN, ca))) {
            assertThat(only(look(peer)).detail())
                    .contains("expected a certificate of the given authority for '127.0.0.1'")
                    .contains(server().fingerprint().toString());
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsShown() throws Exception {
        try (Bmc peer = bmc(access(new Trust.PublicAuthorities()))) {
            Silence silence = only(look(peer));

            assertThat(silence.cause()).isEqualTo(Silence.Cause.NOT_PERMITTED);
            assertThat(silence.detail())
                    .startsWith("the certificate is not trusted: found " + server().fingerprint())
                    .contains("no known authority signed it");
            assertThat(silence.remedy()).contains("--fingerprint " + server().fingerprint());
        }
        assertThat(server().counts()).contains("\"most-sessions\": 0");
    }

    @Test
    void aWrongFingerprintIsToldBeforeAnyPasswordIsSent() throws Exception {
        Fingerprint other = new Fingerprint("ab".repeat(32));
        try (Bmc peer = bmc(access(new Trust.Pinned(other)))) {
            Silence silence = only(look(peer));

            assertThat(silence.detail())
                    .contains("expected the certificate " + other)
                    .contains("found " + server().fingerprint());
            assertThat(silence.remedy()).contains("somebody in between");
        }
        assertThat(server().counts()).contains("\"requests\": 1").contains("\"most-sessions\": 0");
    }

    @Test
    void whoeverIsTrustedBlindlyIsNamedInTheReport() throws Exception {
        try (Bmc peer = bmc(access(new Trust.Anybody()))) {
            Survey survey = look(peer);

            assertThat(survey.unseen()).extracting("target").contains("identity of the BMC");
            assertThat(survey.unseen().getLast().silence().remedy())
                    .contains("--fingerprint " + server().fingerprint());
        }
    }

    @Test
    void aWrongPasswordIsSaidInPlainWords() throws Exception {
        Login wrong = new Login("monitor", "battery-staple");
        try (Bmc peer = bmc(access(server().endpoint(), wrong, pinned()))) {
            Silence silence = only(look(peer));

            assertThat(silence.cause()).isEqualTo(Silence.Cause.NOT_PERMITTED);
            assertThat(silence.detail())
                    .isEqualTo(
                            "the BMC refuses the password of user 'monitor' (HTTP 401: The account"
                                    + " or password is wrong.)");
            assertThat(silence.toString()).doesNotContain("battery");
        }
    }

    @Test
    void nobodyListening() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Endpoint nobody = new Endpoint(true, "localhost", free);
        try (Bmc peer = bmc(access(nobody, BmcProcess.LOGIN, pinned()))) {
            assertThat(only(look(peer)).detail()).startsWith("cannot connect to " + nobody);
        }
    }

    @Test
    void badMannersHaveClearReasonsAndLeaveNothingBehind() throws Exception {
        int threads = Thread.activeCount();
        for (String[] each :
                new String[][] {
                    {"slow", "no whole answer to GET"},
                    {"drip", "no whole answer to GET"},
                    {"endless", "the answer is larger than 1048576 bytes"},
                    {"truncated", "is no good JSON"},
                    {"cut", "the connection ended within an answer"},
                    {"redirect", "redirects are not followed"}
                }) {
            server().misbehave("/redfish/v1/Chassis/1/ThermalSubsystem", each[0]);
            try (Bmc peer = bmc(access(pinned()))) {
                Survey survey = look(peer);

                assertThat(survey.complete()).as(each[0]).isFalse();
                assertThat(survey.unseen()).as(each[0]).hasSize(1);
                assertThat(survey.unseen().getFirst().silence().detail()).contains(each[1]);
                assertThat(new Seen(survey).words("psu")).hasSize(4);
                assertThat(new Seen(survey).words("fan")).isEmpty();
            }
        }
        assertThat(server().counts()).contains("\"sessions\": 0");
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
    }

    @Test
    void anInterruptedLookEndsAndTheSessionIsDeletedAllTheSame() throws Exception {
        server().misbehave("/redfish/v1/Chassis/1/ThermalSubsystem", "slow");
        Bmc peer = bmc(access(pinned()));
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread looker =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        look(peer);
                                        interrupted.complete(false);
                                    } catch (InterruptedException e) {
                                        interrupted.complete(true);
                                    }
                                });
        while (!server().counts().contains("\"sessions\": 1")) {
            Thread.onSpinWait();
        }
        looker.interrupt();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        peer.close();
        assertThat(server().counts()).contains("\"sessions\": 0");
    }

    @Test
    void aLookIsCalledOffByClosingAndItsSessionIsDeleted() throws Exception {
        server().misbehave("/redfish/v1/Chassis/1/ThermalSubsystem", "slow");
        Bmc peer = bmc(access(pinned()));
        FutureTask<Survey> looking = new FutureTask<>(() -> look(peer));
        Thread.ofPlatform().daemon().start(looking);
        while (!server().counts().contains("\"sessions\": 1")) {
            Thread.onSpinWait();
        }
        peer.close();

        assertThat(looking.get(10, TimeUnit.SECONDS).complete()).isFalse();
        assertThat(server().counts()).contains("\"sessions\": 0");
    }

    @Test
    void powerGoesOffAndIsReadBack() throws Exception {
        Access access = access(pinned());
        SessionKeeper sessions = new SessionKeeper(access.login());
        ServiceClient client = access.client(sessions);
        PowerSwitch power = new PowerSwitch(client, sessions, System::nanoTime, Thread::sleep);
        Duration patience = Duration.ofSeconds(20);

        PowerResult off = power.act(PowerAct.FORCE_OFF, Optional.empty(), patience);
        PowerResult on = power.act(PowerAct.ON, Optional.of("1"), patience);
        PowerResult soft = power.act(PowerAct.GRACEFUL_SHUTDOWN, Optional.empty(), patience);
        client.logout(Deadline.in(patience, System::nanoTime));

        assertThat(off).isInstanceOf(PowerResult.Confirmed.class);
        assertThat(on).isInstanceOf(PowerResult.Confirmed.class);
        assertThat(soft).isInstanceOf(PowerResult.NotAllowed.class);
        assertThat(server().counts()).contains("\"sessions\": 0");
    }

    @Test
    void eventsComeByStreamAndSubscriptionsAreKept() throws Exception {
        Access access = access(pinned());
        SessionKeeper sessions = new SessionKeeper(access.login());
        sessions.sessionsAt(Optional.of(new Link("/redfish/v1/SessionService/Sessions", "")));
        ServiceClient client = access.client(sessions);
        client.begin(Deadline.in(Duration.ofSeconds(20), System::nanoTime));
        Subscriptions subscriptions =
                new Subscriptions(client, new Link("/redfish/v1/EventService/Subscriptions", ""));

        Subscribed made = subscriptions.subscribe(URI.create("https://127.0.0.1:9/e"), "holdfast");
        assertThat(made).isInstanceOf(Subscribed.Standing.class);
        Link place = ((Subscribed.Standing) made).place();
        assertThat(subscriptions.adopt("holdfast")).contains(place);
        assertThat(subscriptions.renew(place)).isEqualTo(made);
        assertThat(subscriptions.delete(place)).isEqualTo(new Subscribed.Ended());
        assertThat(subscriptions.renew(place)).isEqualTo(new Subscribed.Ended());

        List<Hint> hints = new ArrayList<>();
        Silence end =
                new EventStream(access, new Link("/redfish/v1/EventService/SSE", ""))
                        .listen(client.headers(), hints::add);
        assertThat(hints).hasSize(1);
        assertThat(end.detail()).contains("the server ended it");
    }

    @Test
    void aPlainSimulatorIsReadToo() throws Exception {
        Path tree = scratch.resolve("tree.json");
        try (BmcProcess simple = BmcProcess.start(scratch, tree, "--simple")) {
            Trust trust = new Trust.Pinned(simple.fingerprint());
            try (Bmc peer = bmc(access(simple.endpoint(), BmcProcess.LOGIN, trust))) {
                Seen seen = new Seen(look(peer));

                assertThat(seen.survey().complete()).isTrue();
                assertThat(seen.words("psu")).hasSize(4);
            }
            assertThat(simple.counts()).contains("\"sessions\": 0");
        }
    }

    @Test
    void theRecordingsReadTheSameOverTheWire() throws Exception {
        for (String name : new String[] {"dmtf-rackmount1", "hpe-dl340e"}) {
            Optional<Path> folder = Recordings.folder("redfish/" + name);
            assumeTrue(folder.isPresent(), "no shared/recordings/redfish beside the project");
            Seen inMemory = new Seen(Tree.ofFolder(folder.get()).survey(Scope.EVERYTHING));
            try (BmcProcess served = BmcProcess.start(scratch, folder.get());
                    Bmc peer =
                            bmc(
                                    access(
                                            served.endpoint(),
                                            BmcProcess.LOGIN,
                                            new Trust.Pinned(served.fingerprint())))) {
                Seen overTheWire = new Seen(look(peer));

                assertThat(overTheWire.words()).isEqualTo(inMemory.words());
                assertThat(overTheWire.survey().groups()).isEqualTo(inMemory.survey().groups());
            }
        }
    }
}
