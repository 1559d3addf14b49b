package io.holdfast.agent.devices.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.agent.devices.redfish.event.EventWay;
import io.holdfast.agent.devices.redfish.service.ServiceLimits;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BmcTest {

    private static final Duration BUDGET = Duration.ofSeconds(60);

    private final FakeBmc fake = new FakeBmc(Tree.ofFixture("old-style.json"));

    private Bmc bmc(Access access) {
        return new Bmc(Tree.HOST, access, fake.time(), BUDGET);
    }

    private RedfishProbe probe(Bmc bmc) {
        return new RedfishProbe(bmc, Scope.EVERYTHING, fake.time(), Duration.ofSeconds(10));
    }

    private static Silence only(Survey survey) {
        assertThat(survey.complete()).isFalse();
        assertThat(survey.components()).isEmpty();
        assertThat(survey.unseen()).hasSize(1);
        return survey.unseen().getFirst().silence();
    }

    @Test
    void aLookUsesOneConnectionAndOneSession() throws Exception {
        try (Bmc bmc = bmc(fake.access())) {
            Survey survey = probe(bmc).look();

            assertThat(survey.complete()).isTrue();
            assertThat(survey.unseen()).isEmpty();
            assertThat(new Seen(survey).words("psu")).hasSize(4);
            assertThat(fake.connections()).isEqualTo(1);
            assertThat(fake.tokens()).hasSize(1);
            assertThat(fake.log())
                    .startsWith("GET /redfish/v1/", "POST /redfish/v1/Login/Sessions")
                    .doesNotHaveDuplicates();
        }
        assertThat(fake.tokens()).isEmpty();
        assertThat(fake.stillOpen()).isZero();
        assertThat(fake.log().getLast()).isEqualTo("DELETE /redfish/v1/Login/Sessions/t1");
    }

    @Test
    void theSessionIsKeptFromLookToLookAndMadeAnewWhenItRunsOut() throws Exception {
        Bmc bmc = bmc(fake.access());
        RedfishProbe probe = probe(bmc);
        probe.look();
        fake.time().advance(Duration.ofSeconds(11));
        probe.look();
        assertThat(fake.log()).filteredOn(l -> l.startsWith("POST")).hasSize(1);

        fake.tokens().clear();
        fake.time().advance(Duration.ofSeconds(11));

        assertThat(probe.look().complete()).isTrue();
        assertThat(fake.log()).filteredOn(l -> l.startsWith("POST")).hasSize(2);
    }

    @Test
    void aWrongPasswordIsSaidOnceAndNotTriedAgainForLong() throws Exception {
        Bmc bmc = bmc(fake.access(new Login("root", "wrong"), ServiceLimits.USUAL));
        RedfishProbe probe = probe(bmc);

        Silence first = only(probe.look());
        assertThat(first.cause()).isEqualTo(Silence.Cause.NOT_PERMITTED);
        assertThat(first.detail())
                .isEqualTo("the BMC refuses the password of user 'root' (HTTP 401: No such luck.)");
        assertThat(first.toString()).doesNotContain("wrong");

        int asked = fake.log().size();
        fake.time().advance(Rest.REFUSED.minusSeconds(1));
        assertThat(only(probe.look()).detail()).endsWith("asked again after 900 s");
        assertThat(fake.log()).hasSize(asked);

        fake.time().advance(Duration.ofSeconds(12));
        probe.look();
        assertThat(fake.log()).hasSize(asked + 2);
    }

    @Test
    void whoAsksTooSoonGetsTheLastSurvey() throws Exception {
        RedfishProbe probe = probe(bmc(fake.access()));
        Survey first = probe.look();
        int asked = fake.log().size();
        fake.time().advance(Duration.ofSeconds(9));

        assertThat(probe.look()).isSameAs(first);
        assertThat(fake.log()).hasSize(asked);
    }

    @Test
    void withoutSessionsThePasswordGoesAlong() throws Exception {
        fake.whim("POST /redfish/v1/Login/Sessions", r -> FakeBmc.answer(405, "", ""));
        fake.whim(
                "GET /redfish/v1/Boxes",
                r ->
                        r.contains("Authorization: Basic cm9vdDpjYWx2aW4")
                                ? FakeBmc.answer(200, "", "{\"Members\":[]}")
                                : FakeBmc.answer(401, "", ""));

        Survey survey = probe(bmc(fake.access())).look();

        assertThat(survey.unseen()).extracting(Unseen::target).doesNotContain("/redfish/v1/Boxes");
    }

    @Test
    void redirectsAreRefused() throws Exception {
        fake.whim(
                "GET /redfish/v1/Boxes/1/Power",
                r -> FakeBmc.answer(302, "Location: https://evil.example/\r\n", ""));

        Survey survey = probe(bmc(fake.access())).look();

        assertThat(survey.complete()).isFalse();
        assertThat(survey.unseen()).hasSize(1);
        assertThat(survey.unseen().getFirst().silence().detail())
                .contains("redirects to 'https://evil.example/'");
        assertThat(new Seen(survey).words("psu")).hasSize(2);
    }

    @Test
    void whatIsNoRedfishIsSaidToBeNone() throws Exception {
        fake.whim("GET /redfish/v1/", r -> FakeBmc.answer(200, "", "{\"hello\":\"world\"}"));

        assertThat(only(probe(bmc(fake.access())).look()).detail())
                .endsWith("no Redfish service root");
    }

    @Test
    void anEndlessBodyIsCutOff() throws Exception {
        String much = "{\"a\":\"" + "x".repeat(3 << 20) + "\"}";
        fake.whim("GET /redfish/v1/Boxes/1/Heat", r -> FakeBmc.answer(200, "", much));

        Survey survey = probe(bmc(fake.access())).look();

        assertThat(survey.unseen()).hasSize(1);
        assertThat(survey.unseen().getFirst().silence().detail())
                .contains("larger than 2097152 bytes");
        assertThat(new Seen(survey).words("psu")).hasSize(4);
    }

    @Test
    void truncatedJsonIsNotUnderstoodAndTheRestIsSeen() throws Exception {
        fake.whim("GET /redfish/v1/Boxes/1/Heat", r -> FakeBmc.answer(200, "", "{\"Fans\":[{\"Na"));

        Survey survey = probe(bmc(fake.access())).look();

        assertThat(survey.unseen()).hasSize(1);
        assertThat(survey.unseen().getFirst().silence().cause())
                .isEqualTo(Silence.Cause.NOT_UNDERSTOOD);
        assertThat(new Seen(survey).words("fan")).isEmpty();
        assertThat(new Seen(survey).words("disk")).hasSize(5);
    }

    @Test
    void aBmcThatFallsSilentIsNotAskedOnAndOn() throws Exception {
        for (String path : new String[] {"/Boxes/1/Power", "/Boxes/1/Heat", "/Boxes/shelf/Power"}) {
            fake.whim("GET /redfish/v1" + path, r -> "");
        }

        Survey survey = probe(bmc(fake.access())).look();

        assertThat(survey.complete()).isFalse();
        assertThat(survey.unseen()).hasSize(2);
        assertThat(fake.log()).doesNotContain("GET /redfish/v1/D/0");
    }

    @Test
    void aLookEndsWithItsBudget() throws Exception {
        fake.whim(
                "GET /redfish/v1/Boxes",
                r -> {
                    fake.time().advance(BUDGET);
                    return FakeBmc.answer(200, "", fake.tree().document("/redfish/v1/Boxes"));
                });

        Survey survey = probe(bmc(fake.access())).look();

        assertThat(survey.complete()).isFalse();
        assertThat(survey.unseen().getFirst().silence().detail())
                .isEqualTo("the time for one look was used up");
    }

    @Test
    void expansionThatIsOfferedAndFailsIsGivenUp() throws Exception {
        FakeBmc modern = new FakeBmc(Tree.ofFixture("new-style.json"));
        modern.whim(
                "GET /redfish/v1/Systems?$expand=.($levels=1)", r -> FakeBmc.answer(500, "", "{}"));
        Bmc bmc = new Bmc(Tree.HOST, modern.access(), modern.time(), BUDGET);

        Survey survey = bmc.look("redfish", Scope.EVERYTHING);

        assertThat(survey.complete()).isTrue();
        assertThat(modern.log()).filteredOn(l -> l.contains("expand")).hasSize(1);
        assertThat(new Seen(survey).words("psu")).hasSize(4);
    }

    @Test
    void aBmcThatHasJustStartedProvesNothing() throws Exception {
        Bmc bmc = bmc(fake.access());
        assertThat(bmc.look("redfish", Scope.EVERYTHING).complete()).isTrue();
        fake.tree().put("/redfish/v1/Boxes", "{\"Members\":[]}");

        Survey survey = bmc.look("redfish", Scope.EVERYTHING);

        assertThat(survey.complete()).isFalse();
        assertThat(survey.unseen())
                .extracting(Unseen::target)
                .containsExactlyInAnyOrder("every psu", "every fan");
    }

    @Test
    void anEventLetsAProbeLookSooner() throws Exception {
        RedfishProbe probe = probe(bmc(fake.access()));
        Survey first = probe.look();
        fake.time().advance(Duration.ofSeconds(4));
        assertThat(probe.glance()).isSameAs(first);
        fake.time().advance(Duration.ofSeconds(1));

        assertThat(probe.glance()).isNotSameAs(first);
    }

    @Test
    void itIsToldHowEventsCome() throws Exception {
        FakeBmc modern = new FakeBmc(Tree.ofFixture("new-style.json"));
        Bmc bmc = new Bmc(Tree.HOST, modern.access(), modern.time(), BUDGET);

        assertThat(bmc.eventWay()).isInstanceOf(EventWay.Stream.class);
        assertThat(bmc(fake.access()).eventWay()).isInstanceOf(EventWay.PollOnly.class);
    }

    @Test
    void everySilenceDoublesTheRestUpToALimit() {
        Rest rest = new Rest(fake.time());
        Silence why = Silence.of(Silence.Cause.TIMED_OUT, "nobody");
        for (int i = 0; i < 40; i++) {
            rest.silent(why);
        }

        fake.time().advance(Rest.MOST.minusSeconds(1));
        assertThat(rest.reason()).isPresent();
        fake.time().advance(Duration.ofSeconds(1));
        assertThat(rest.reason()).isEmpty();

        rest.answered();
        rest.silent(why);
        fake.time().advance(Rest.FIRST);
        assertThat(rest.reason()).isEmpty();
    }

    @Test
    void tenThousandFailuresLeaveNothingOpen() throws Exception {
        fake.whim("GET /redfish/v1/Sys", r -> "HTTP/1.1 2xx\r\n\r\n");
        Bmc bmc = bmc(fake.access());
        for (int i = 0; i < 10_000; i++) {
            fake.time().advance(Rest.MOST);
            bmc.look("redfish", Scope.INVENTORY);
        }

        assertThat(fake.stillOpen()).isLessThanOrEqualTo(1);
        assertThat(fake.tokens()).hasSize(1);
    }

    @Test
    void noPasswordIsEverPrinted() {
        Access access = fake.access();

        assertThat(access.toString()).doesNotContain("calvin");
        assertThat(FakeBmc.LOGIN.toString()).isEqualTo("root:***");
    }
}
