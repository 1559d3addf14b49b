package io.holdfast.collector.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.api.call.Desk;
import io.holdfast.collector.api.endpoint.ApiRoutes;
import io.holdfast.collector.api.fake.FakeCollector;
import io.holdfast.collector.api.fake.Hosts;
import io.holdfast.collector.event.Event;
import io.holdfast.config.collector.ListenSettings;
import io.holdfast.config.value.HostPort;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.Status;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The API over a real TLS socket and a real Unix socket. */
@Timeout(60)
class ApiServerIT {

    private static final ApiLimits LIMITS =
            new ApiLimits(
                    12,
                    20,
                    20,
                    2,
                    50,
                    1_000,
                    Duration.ofSeconds(10),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1));

    @TempDir private Path directory;

    private final TestAuthority authority = new TestAuthority();
    private final FakeCollector collector = new FakeCollector();
    private @Nullable ApiServer open;

    @BeforeEach
    void open() throws IOException {
        collector.hosts.add(Hosts.pulled());
        open = newServer();
    }

    private ApiServer newServer() throws IOException {
        return ApiServer.open(
                new ListenSettings(
                        new HostPort("127.0.0.1", 1), new HostPort("127.0.0.1", 0), socket()),
                authority.contextOf("collector"),
                collector,
                new Desk(ApiRoutes.of(collector.services(Optional.empty())), collector.acts),
                collector.events,
                LIMITS);
    }

    @AfterEach
    void close() {
        server().close();
    }

    private ApiServer server() {
        return Objects.requireNonNull(open);
    }

    private Path socket() {
        return directory.resolve("run").resolve("api.sock");
    }

    private HttpResponse<InputStream> ask(SSLContext who, String path) throws Exception {
        return ask(who, path, HttpRequest.Builder::GET);
    }

    private HttpResponse<InputStream> ask(
            SSLContext who, String path, UnaryOperator<HttpRequest.Builder> what) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(who).build();
        URI uri = URI.create("https://localhost:" + server().port() + path);
        return client.send(
                what.apply(HttpRequest.newBuilder(uri)).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            return response.statusCode()
                    + " "
                    + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aViewerWithACertificateGetsTheReport() throws Exception {
        HttpResponse<InputStream> response = ask(authority.contextOf("ada-viewer"), "/v1/report");
        assertThat(response.headers().firstValue("content-type"))
                .contains("application/json; charset=utf-8");
        assertThat(JsonRecord.of(Report.class).read(response.body()).status())
                .isEqualTo(Status.CRITICAL);
    }

    @Test
    void nobodyAndStrangersAreToldWhy() throws Exception {
        assertThat(text(ask(authority.contextOfNobody(), "/v1/report")))
                .startsWith("401 {\"error\":{\"code\":\"unauthenticated\"");
        assertThat(text(ask(authority.contextOf("agent"), "/v1/report")))
                .startsWith("403 {\"error\":{\"code\":\"forbidden\"");
    }

    @Test
    void aCertificateOfAnotherAuthorityGetsNoConnection() {
        assertThatThrownBy(() -> ask(new TestAuthority().contextOf("ada-viewer"), "/v1/report"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void thisUserMayDoEverythingOnTheUnixSocket() throws Exception {
        assertThat(RawHttp.get(socket(), "/v1/tokens")).startsWith("HTTP/1.1 200");
        String accept = "{\"hosts\":[\"ber1/r12/db07\"]}";
        String request =
                "POST /v1/inventory/accept HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                        + accept.length()
                        + "\r\n\r\n"
                        + accept;
        assertThat(RawHttp.ask(socket(), request)).contains("\"by\":\"" + user() + " (local)\"");
        assertThat(collector.acts.lines())
                .containsExactly(user() + " (local): POST /v1/inventory/accept: done");
    }

    private String user() throws IOException {
        return Files.getOwner(socket()).getName();
    }

    @Test
    void aLongBodyIsRefused() throws Exception {
        String body = "{\"hosts\":[\"" + "x".repeat(2_000) + "\"]}";
        HttpResponse<InputStream> response =
                ask(
                        authority.contextOf("ada-operator"),
                        "/v1/tokens",
                        r -> r.POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(text(response)).startsWith("413 {\"error\":{\"code\":\"too_large\"");
    }

    @Test
    void aBodyThatIsAnnouncedTooLongIsRefusedUnread() throws Exception {
        assertThat(
                        RawHttp.ask(
                                socket(),
                                "POST /v1/tokens HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                        + "Content-Length: 900000000\r\n\r\nx"))
                .startsWith("HTTP/1.1 413")
                .contains("{\"error\":{\"code\":\"too_large\"");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() throws Exception {
        assertThat(
                        RawHttp.ask(
                                socket(),
                                "PUT /v1/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET", "{\"error\":{\"code\":\"method_not_allowed\"");
    }

    @Test
    void headAsksForTheSameWithoutContent() throws Exception {
        for (String path : List.of("/v1/health", "/metrics", "/v1/events/stream")) {
            assertThat(
                            RawHttp.ask(
                                    socket(),
                                    "HEAD "
                                            + path
                                            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 200")
                    .endsWith("\r\n\r\n");
        }
        assertThat(server().followers()).isZero();
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefused() throws Exception {
        assertThat(RawHttp.get(socket(), "/v1/events?limit=1&limit=2"))
                .startsWith("HTTP/1.1 400")
                .contains("expected each parameter once");
    }

    @Test
    void whatJettyRefusesIsJsonToo() throws Exception {
        assertThat(
                        RawHttp.ask(
                                socket(),
                                "GET /%2e%2e/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/json", "{\"error\":{\"code\":\"bad_request\"");
    }

    @Test
    void aFollowerGetsWhatWasAndWhatComes() throws Exception {
        happen(1);
        HttpResponse<InputStream> response =
                ask(authority.contextOf("ada-viewer"), "/v1/events/stream?after=0");
        try (BufferedReader lines = reader(response)) {
            assertThat(next(lines, "id: ")).isEqualTo("id: 1");
            assertThat(next(lines, "event: ")).isEqualTo("event: agent_connected");
            happen(2);
            assertThat(next(lines, "id: ")).isEqualTo("id: 2");
            assertThat(next(lines, "data: ")).contains("\"detail\":\"version 0.1.0, start 2\"");
            assertThat(next(lines, ": still")).isEqualTo(": still here");
            assertThat(server().followers()).isEqualTo(1);
        }
    }

    @Test
    void aFollowerTooFarBehindIsToldAndSentAway() throws Exception {
        for (int i = 0; i < 60; i++) {
            happen(i);
        }
        HttpResponse<InputStream> response =
                ask(authority.contextOf("ada-viewer"), "/v1/events/stream?after=0");
        assertThat(text(response))
                .contains("event: dropped\ndata: {\"error\":{\"code\":\"too_slow\"")
                .contains("/v1/events?after=0");
        assertThat(server().followersSentAway()).isEqualTo(1);
    }

    @Test
    void tooManyFollowersAreRefused() throws Exception {
        SSLContext ada = authority.contextOf("ada-viewer");
        List<BufferedReader> open = new ArrayList<>();
        for (int i = 0; i < LIMITS.followers(); i++) {
            open.add(reader(ask(ada, "/v1/events/stream")));
            next(open.getLast(), ": from");
        }
        assertThat(text(ask(ada, "/v1/events/stream"))).startsWith("503 {\"error\":");
        for (BufferedReader each : open) {
            each.close();
        }
    }

    @Test
    void aSocketThatAKilledCollectorLeftIsTakenOver() throws Exception {
        server().close();
        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertThat(socket()).exists();
        open = newServer();
        assertThat(RawHttp.get(socket(), "/v1/health")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aSecondCollectorIsRefused() {
        assertThatThrownBy(this::newServer)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another collector listens at");
    }

    @Test
    void aFileInThePlaceOfTheSocketIsLeftAlone() throws Exception {
        server().close();
        Files.writeString(socket(), "mine");
        assertThatThrownBy(this::newServer).hasMessageContaining("found a file");
        assertThat(socket()).hasContent("mine");
    }

    private void happen(int incarnation) {
        collector.events.add(new Event.AgentConnected(Hosts.DB07, Hosts.AT, "0.1.0", incarnation));
    }

    private static BufferedReader reader(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader lines, String start) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(start)) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }
}
