package io.holdfast.collector.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.api.caller.Caller;
import io.holdfast.collector.api.caller.Recognition;
import io.holdfast.collector.api.endpoint.ApiRoutes;
import io.holdfast.collector.api.fake.FakeCollector;
import io.holdfast.collector.api.fake.Hosts;
import io.holdfast.collector.operations.Role;
import io.holdfast.collector.view.StoreHealth;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.MailTestResult;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.Status;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTest {

    private final FakeCollector collector = new FakeCollector();
    private final Desk desk =
            new Desk(ApiRoutes.of(collector.services(Optional.empty())), collector.acts);

    @BeforeEach
    void oneHost() {
        collector.hosts.add(Hosts.pulled());
    }

    private String ask(String method, String target, String body, Recognition who)
            throws IOException {
        String path = target.split("\\?", 2)[0];
        Map<String, String> query = new HashMap<>();
        if (target.contains("?")) {
            for (String pair : target.split("\\?", 2)[1].split("&", -1)) {
                query.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
            }
        }
        InputStream in = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return text(desk.answer(new Desk.Request(method, path, query, Map.of(), who, in)));
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case Answer.Json<?> json -> json.status() + " " + json(json);
            case Answer.Text text -> "200 " + text.text();
            case Answer.Written written -> "200 " + written(written);
            case Answer.Follow follow -> "follow " + follow.after();
        };
    }

    private static String written(Answer.Written written) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            written.writing().write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static <T extends Record> String json(Answer.Json<T> json) {
        return json.form().text(json.value());
    }

    private static Recognition known(Role role) {
        return new Recognition.Known(new Caller("ada", role, false));
    }

    private String as(Role role, String method, String target, String body) throws IOException {
        return ask(method, target, body, known(role));
    }

    private String get(String target) throws IOException {
        return as(Role.VIEWER, "GET", target, "");
    }

    @Test
    void whatWasSentIsNotToldBackAtLength() throws IOException {
        String junk = "a".repeat(50_000);
        assertThat(as(Role.OPERATOR, "POST", "/v1/tokens", junk))
                .isEqualTo(
                        "400 {\"error\":{\"code\":\"bad_request\",\"message\":\"in the body: expected"
                                + " JSON, found something else in line 1, column 257\",\"remedy\":\"see"
                                + " /v1/openapi.yaml for what it may hold\"}}");
        assertThat(get("/v1/" + junk)).hasSizeLessThan(400);
        assertThat(get("/v1/report?" + junk + "=1")).hasSizeLessThan(400);
        assertThat(get("/v1/events?limit=" + junk)).hasSizeLessThan(1_200);
    }

    @Test
    void reportsEveryHostWithItsStatus() throws IOException {
        assertThat(get("/v1/report"))
                .startsWith(
                        "200 {\"at\":\"2026-03-01T12:00:00Z\",\"version\":\"0.1.0\",\"status\":\"critical\"")
                .contains(
                        "\"presence\":\"absent\"",
                        "\"age_seconds\":60",
                        "\"clock_offset_millis\":-12");
    }

    @ParameterizedTest
    @CsvSource({
        "db07, 1",
        "ber1/*/*, 1",
        "db0*, 1",
        "*, 1",
        "db08, 0",
        "ber1/r12/db0, 0",
        "b.r1/*/*, 0"
    })
    void choosesHostsByPattern(String pattern, int found) throws IOException {
        assertThat(get("/v1/report?host=" + pattern).split("\"id\":\"ber1/r12/db07\"", -1))
                .hasSize(found + 1);
    }

    @Test
    void aReportWrittenHostByHostIsTheRecordOfAllHosts() throws IOException {
        collector.hosts.add(Hosts.pulled());
        String text = get("/v1/report").substring("200 ".length());
        JsonRecord<Report> form = JsonRecord.of(Report.class);
        assertThat(form.text(form.read(text))).isEqualTo(text);
        assertThat(form.read(text).hosts()).hasSize(2);
        String none = get("/v1/report?host=nowhere").substring("200 ".length());
        assertThat(form.read(none).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void showsOneHost() throws IOException {
        assertThat(get("/v1/hosts/ber1/r12/db07")).startsWith("200 {\"id\":\"ber1/r12/db07\"");
        assertThat(get("/v1/hosts/ber1/r12/db08"))
                .isEqualTo(
                        "404 {\"error\":{\"code\":\"not_found\",\"message\":\"expected a host that an agent"
                                + " speaks for, found ber1/r12/db08\",\"remedy\":\"see: holdfast agents\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/report?hots=x",
                "/v1/hosts/ber1/r%3A12/db07",
                "/v1/hosts/ber1/%zz/db07",
                "/v1/events?limit=0",
                "/v1/events?limit=1001",
                "/v1/events?limit=99999999999",
                "/v1/events?limit=ten",
                "/v1/events?from=yesterday",
                "/v1/events?component=psu:1",
                "/v1/events?before=x",
                "/v1/events?after=-1",
                "/v1/events?after=1&host=ber1/r12/db07",
                "/v1/report?host="
            })
    void refusesWhatItDoesNotUnderstand(String target) throws IOException {
        assertThat(get(target)).startsWith("400 {\"error\":{\"code\":\"bad_request\",\"message\":");
    }

    @Test
    void knowsItsPathsAndMethods() throws IOException {
        assertThat(get("/v1/nothing")).startsWith("404 ");
        assertThat(get("/v1/reprot"))
                .startsWith("404 ")
                .contains("did you mean /v1/report? GET /v1/openapi.yaml lists them all");
        assertThat(get("/v1/report/")).startsWith("404 ");
        assertThat(as(Role.APPROVER, "POST", "/v1/report", ""))
                .startsWith("405 ")
                .contains("expected GET, found POST");
    }

    @Test
    void tellsNobodyAnything() throws IOException {
        assertThat(ask("GET", "/v1/report", "", new Recognition.Nobody()))
                .startsWith("401 {\"error\":{\"code\":\"unauthenticated\"");
        assertThat(ask("GET", "/v1/nothing", "", new Recognition.Nobody())).startsWith("401 ");
        assertThat(ask("GET", "/v1/report", "", new Recognition.Refused("revoked")))
                .startsWith("403 {\"error\":{\"code\":\"forbidden\",\"message\":\"revoked\"");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/inventory/accept, OPERATOR",
        "POST, /v1/agents/ber1/r12/db07/revoke, OPERATOR",
        "POST, /v1/hosts/ber1/r12/db07/retire, OPERATOR",
        "GET, /v1/tokens, OPERATOR",
        "POST, /v1/tokens, OPERATOR",
        "DELETE, /v1/tokens/t0, OPERATOR",
        "POST, /v1/backup, OPERATOR",
        "POST, /v1/mail/test, OPERATOR",
        "POST, /v1/identities, APPROVER",
        "POST, /v1/identities/revoke, APPROVER"
    })
    void rolesBelowAreRefusedBeforeAnythingIsDone(String method, String path, Role needed)
            throws IOException {
        for (Role role : Role.values()) {
            if (!role.includes(needed)) {
                assertThat(as(role, method, path, "{}")).startsWith("403 ");
            } else {
                assertThat(as(role, method, path, "{}")).doesNotStartWith("403 ");
            }
        }
    }

    @Test
    void recordsEveryActWithItsOutcome() throws IOException {
        assertThat(as(Role.OPERATOR, "POST", "/v1/tokens", "{\"uses\":3}"))
                .contains("\"token\":\"secret-text\"", "\"uses\":3", "\"hosts\":\"*/*/*\"");
        assertThat(as(Role.OPERATOR, "POST", "/v1/tokens", "{\"uses\":0}")).startsWith("400 ");
        assertThat(as(Role.OPERATOR, "DELETE", "/v1/tokens/t9", "")).startsWith("404 ");
        assertThat(as(Role.VIEWER, "POST", "/v1/tokens", "{}")).startsWith("403 ");
        assertThat(collector.acts.lines())
                .containsExactly(
                        "ada: POST /v1/tokens: done",
                        "ada: POST /v1/tokens: bad_request",
                        "ada: DELETE /v1/tokens/t9: not_found");
    }

    @Test
    void aStoreThatCannotBeWrittenIsToldWithWhatHelps() throws IOException {
        assertThat(get("/v1/report")).contains("\"collector_trouble\":[]");
        collector.hosts.clear();
        collector.trouble =
                Optional.of(new StoreHealth.Trouble("holdfast.db: disk is full", "free some room"));

        assertThat(get("/v1/report"))
                .startsWith(
                        "200 {\"at\":\"2026-03-01T12:00:00Z\",\"version\":\"0.1.0\",\"status\":\"critical\","
                                + "\"collector_trouble\":[{\"name\":\"store\",\"status\":\"critical\",\"detail\":"
                                + "\"cannot be written since 2026-03-01T12:00:00Z: holdfast.db: disk is full;")
                .endsWith("\"remedy\":\"free some room\"}],\"hosts\":[]}");
        assertThat(as(Role.OPERATOR, "POST", "/v1/tokens", "{}"))
                .isEqualTo(
                        "503 {\"error\":{\"code\":\"unavailable\",\"message\":\"the store cannot be"
                                + " written: holdfast.db: disk is full\",\"remedy\":\"free some room\"}}");
    }

    @Test
    void everyOtherTroubleOfTheCollectorIsToldToo() throws IOException {
        collector.hosts.clear();
        collector.further.add(new CollectorHealth.Check("traps", Status.OK, "none wait", ""));
        collector.further.add(
                new CollectorHealth.Check("mail", Status.WARNING, "3 mails wait", "try"));
        collector.further.add(
                new CollectorHealth.Check("backup", Status.WARNING, "the last failed", "look"));

        assertThat(get("/v1/report"))
                .contains(
                        "\"status\":\"warning\",\"collector_trouble\":[{\"name\":\"mail\",",
                        "{\"name\":\"backup\",\"status\":\"warning\",")
                .doesNotContain("traps");
    }

    @Test
    void anActThatWasDoneIsToldAsDoneThoughTheDiskFilledUpMeanwhile() throws IOException {
        collector.acts.full = true;

        assertThat(as(Role.OPERATOR, "POST", "/v1/tokens", "{}")).startsWith("200 ");
    }

    @Test
    void listsTokensWithoutSecrets() throws IOException {
        as(Role.OPERATOR, "POST", "/v1/tokens", "{\"hosts\":\"ber1/*/*\",\"ttl_seconds\":60}");
        assertThat(as(Role.OPERATOR, "GET", "/v1/tokens", ""))
                .contains("\"hosts\":\"ber1/*/*\"", "\"expires\":\"2026-03-01T12:01:00Z\"")
                .doesNotContain("secret");
    }

    @Test
    void acceptsNamedHostsOrAll() throws IOException {
        String named = "{\"hosts\":[\"ber1/r12/db07\"]}";
        assertThat(as(Role.OPERATOR, "POST", "/v1/inventory/accept", named))
                .startsWith("200 ")
                .contains("\"by\":\"ada\"", "\"type\":\"missing\"", "\"components\":3");
        assertThat(as(Role.OPERATOR, "POST", "/v1/inventory/accept", "{\"all\":true}"))
                .contains("\"host\":\"ber1/r12/db07\"");
        String part = "{\"components\":[\"ber1/r12/db07/psu:2\"]}";
        assertThat(as(Role.OPERATOR, "POST", "/v1/inventory/accept", part)).startsWith("200 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400",
                "{'all':true,'hosts':['ber1/r12/db07']}|400",
                "{'hosts':['db07']}|400",
                "{'hosts':['ber1/r12/db08']}|404",
                "{'components':['ber1/r12/db07/psu:9']}|404",
                "{'components':['ber1/r12/db08/psu:1']}|404",
                "{'hosts':'ber1/r12/db07'}|400",
                "not json|400"
            })
    void acceptsNothingWhereOneNameIsWrong(String body, int status) throws IOException {
        assertThat(as(Role.OPERATOR, "POST", "/v1/inventory/accept", body.replace('\'', '"')))
                .startsWith(status + " ");
    }

    @Test
    void aBackupGoesWhereACallerOnThisMachineSays() throws IOException {
        Recognition local = new Recognition.Known(new Caller("root (local)", Role.APPROVER, true));
        String body = "{\"file\":\"/tmp/x.db\"}";
        assertThat(ask("POST", "/v1/backup", body, local)).contains("\"file\":\"/tmp/x.db\"");
        assertThat(as(Role.APPROVER, "POST", "/v1/backup", body)).startsWith("403 ");
        assertThat(as(Role.OPERATOR, "POST", "/v1/backup", "{}"))
                .contains("\"file\":\"/backups/holdfast-20260301T120000.000Z.db\"");
        assertThat(ask("POST", "/v1/backup", "{\"file\":\"x.db\"}", local)).startsWith("400 ");
    }

    @Test
    void aBackupReplacesNoFileAndSaysSoInWords() throws IOException {
        Recognition local = new Recognition.Known(new Caller("root (local)", Role.APPROVER, true));
        String body = "{\"file\":\"" + FakeCollector.TAKEN + "\"}";
        assertThat(ask("POST", "/v1/backup", body, local))
                .startsWith("409 ")
                .contains(
                        "expected a new file for the backup, found that /backups/taken.db is there"
                                + " already");
    }

    @Test
    void saysThatNoMailIsConfigured() throws IOException {
        assertThat(as(Role.OPERATOR, "POST", "/v1/mail/test", ""))
                .startsWith("409 {\"error\":{\"code\":\"no_mail\"");
        MailTestResult taken =
                new MailTestResult(true, "mx:25", "none", List.of("a@b"), "<1@x>", "250 ok", "");
        Desk withMail =
                new Desk(ApiRoutes.of(collector.services(Optional.of(taken))), collector.acts);
        Answer answer =
                withMail.answer(
                        new Desk.Request(
                                "POST",
                                "/v1/mail/test",
                                Map.of(),
                                Map.of(),
                                known(Role.OPERATOR),
                                InputStream.nullInputStream()));
        assertThat(text(answer)).contains("\"accepted\":true");
    }

    @Test
    void aKeyOfNoKnownKindIsRefused() throws IOException {
        String body = "{\"name\":\"eve\",\"role\":\"viewer\",\"public_key\":\"AAAA\"}";
        assertThat(as(Role.APPROVER, "POST", "/v1/identities", body))
                .startsWith("400 ")
                .contains("expected an EC or Ed25519 public key");
        assertThat(as(Role.APPROVER, "POST", "/v1/identities", body.replace("AAAA", "-----")))
                .startsWith("400 ")
                .contains("expected a public key in base64, without PEM's first and last line");
    }

    @Test
    void aPersonsCertificatesAreRevokedByName() throws IOException {
        assertThat(as(Role.APPROVER, "POST", "/v1/identities/revoke", "{\"name\":\"ada\"}"))
                .startsWith("200 ")
                .contains("\"certificates\":2");
        assertThat(as(Role.APPROVER, "POST", "/v1/identities/revoke", "{\"name\":\"eve\"}"))
                .startsWith("404 ")
                .contains("expected a person with a certificate that counts, found eve");
    }

    @Test
    void aFailureOfOursIsSaidWithoutItsInside() throws IOException {
        Routes broken =
                new Routes(
                        List.of(
                                Route.post(
                                        "/v1/x",
                                        Role.VIEWER,
                                        call -> {
                                            throw new IllegalStateException("secret inside");
                                        })));
        Answer answer =
                new Desk(broken, collector.acts)
                        .answer(
                                new Desk.Request(
                                        "POST",
                                        "/v1/x",
                                        Map.of(),
                                        Map.of(),
                                        known(Role.VIEWER),
                                        InputStream.nullInputStream()));
        assertThat(text(answer)).startsWith("500 ").doesNotContain("secret");
        assertThat(collector.acts.lines()).containsExactly("ada: POST /v1/x: failed");
    }
}
