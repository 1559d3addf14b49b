package io.holdfast.agent.devices.redfish.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.agent.devices.redfish.Access;
import io.holdfast.agent.devices.redfish.FakeBmc;
import io.holdfast.agent.devices.redfish.Tree;
import io.holdfast.agent.devices.redfish.http.Deadline;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.agent.devices.redfish.service.ServiceClient;
import io.holdfast.agent.devices.redfish.service.SessionKeeper;
import io.holdfast.core.observation.Silence;
import io.holdfast.testkit.Mutations;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EventsTest {

    private static final String EVENT =
            """
            {"@odata.type":"#Event.v1_7_0.Event","Id":"1","Context":"holdfast-7","Events":[
             {"EventType":"Alert","EventId":"4711","MessageId":"ResourceEvent.1.3.ResourceStatusChangedCritical",
              "MessageSeverity":"Critical","Message":"The health of PSU 2 changed to Critical.",
              "OriginOfCondition":{"@odata.id":"/redfish/v1/Chassis/1/PowerSubsystem/PowerSupplies/2"}},
             {"MessageId":"x","Severity":"OK","OriginOfCondition":"/redfish/v1/Systems/1"}]}
            """;

    private static final Link COLLECTION = new Link("/redfish/v1/EventService/Subscriptions", "");
    private static final Link MINE = new Link("/redfish/v1/EventService/Subscriptions/9", "");
    private static final String MINE_GET = "GET " + MINE.path();

    private final FakeBmc fake = new FakeBmc(Tree.ofFixture("new-style.json"));

    private Subscriptions subscriptions() {
        Access access = fake.access();
        SessionKeeper sessions = new SessionKeeper(access.login());
        sessions.sessionsAt(Optional.of(new Link("/redfish/v1/SessionService/Sessions", "")));
        ServiceClient client = access.client(sessions);
        client.begin(Deadline.in(Duration.ofSeconds(30), fake.time()));
        return new Subscriptions(client, COLLECTION);
    }

    @Test
    void anEventIsAHintForEachOfItsRecords() {
        EventRead read = EventDecoder.decode(EVENT);

        assertThat(read)
                .isInstanceOfSatisfying(
                        EventRead.Events.class,
                        events -> {
                            assertThat(events.context()).isEqualTo("holdfast-7");
                            assertThat(events.hints()).hasSize(2);
                            assertThat(events.hints().getFirst().severity()).isEqualTo("Critical");
                            assertThat(events.hints().getFirst().origin())
                                    .map(Link::path)
                                    .contains(
                                            "/redfish/v1/Chassis/1/PowerSubsystem/PowerSupplies/2");
                            assertThat(events.hints().getLast().origin()).isPresent();
                        });
    }

    @Test
    void whatIsNoEventHasAReason() {
        assertThat(EventDecoder.decode("")).isInstanceOf(EventRead.Bad.class);
        assertThat(EventDecoder.decode("{\"Events\":{}}")).isInstanceOf(EventRead.Bad.class);
        assertThat(EventDecoder.decode("x".repeat(EventDecoder.MOST_BYTES + 1)))
                .isInstanceOf(EventRead.Bad.class);
    }

    @Test
    void damagedEventsNeverBreakTheDecoder() {
        Mutations.feed(List.of(EVENT), 20_261_125, EventDecoder::decode);
    }

    @Test
    void streamsArePutTogetherFromLines() {
        SseReader reader = new SseReader();

        assertThat(reader.line(": keep-alive")).isEmpty();
        assertThat(reader.line("")).isEmpty();
        assertThat(reader.line("id: 5")).isEmpty();
        assertThat(reader.line("data: {\"a\":")).isEmpty();
        assertThat(reader.line("data:1}")).isEmpty();
        assertThat(reader.line("")).contains("{\"a\":\n1}");
        for (int i = 0; i < 300; i++) {
            reader.line("data: " + "x".repeat(1_000));
        }
        assertThat(reader.line("")).isEmpty();
        assertThat(reader.line("data: y")).isEmpty();
        assertThat(reader.line("")).contains("y");
    }

    @Test
    void theBestWayOfAServiceIsTaken() {
        assertThat(
                        way(
                                "{\"ServerSentEventUri\":\"/sse\",\"Subscriptions\":{\"@odata.id\":\"/s\"}}"))
                .isEqualTo(new EventWay.Stream(new Link("/sse", "")));
        assertThat(way("{\"Subscriptions\":{\"@odata.id\":\"/s\"}}"))
                .isEqualTo(new EventWay.Push(new Link("/s", "")));
        assertThat(way("{}")).isInstanceOf(EventWay.PollOnly.class);
        assertThat(way("{\"ServiceEnabled\":false,\"ServerSentEventUri\":\"/sse\"}"))
                .isInstanceOf(EventWay.PollOnly.class);
    }

    private static EventWay way(String text) {
        if (!(JsonRead.of(text) instanceof JsonRead.Good(Json json))) {
            throw new AssertionError(text);
        }
        return EventWay.of(new Resource(new Link("/e", ""), json));
    }

    @Test
    void aSubscriptionIsMadeLookedAfterAndEnded() throws Exception {
        fake.whim(
                "POST " + COLLECTION.path(),
                r ->
                        r.contains("\"Context\":\"holdfast-7\"")
                                ? FakeBmc.answer(201, "Location: " + MINE.path() + "\r\n", "{}")
                                : FakeBmc.answer(400, "", "{}"));
        fake.whim(MINE_GET, r -> FakeBmc.answer(200, "", "{\"Context\":\"holdfast-7\"}"));
        Subscriptions subscriptions = subscriptions();

        assertThat(subscriptions.subscribe(URI.create("https://c:7446/redfish"), "holdfast-7"))
                .isEqualTo(new Subscribed.Standing(MINE));
        assertThat(subscriptions.renew(MINE)).isEqualTo(new Subscribed.Standing(MINE));
        assertThat(subscriptions.delete(MINE)).isEqualTo(new Subscribed.Ended());
        assertThat(fake.log()).contains("DELETE " + MINE.path());
    }

    @Test
    void theFirstServicesAreAskedInTheirWords() throws Exception {
        fake.whim(
                "POST " + COLLECTION.path(),
                r ->
                        r.contains("EventTypes")
                                ? FakeBmc.answer(
                                        201, "Location: https://b" + MINE.path() + "\r\n", "")
                                : FakeBmc.answer(400, "", "{}"));

        assertThat(subscriptions().subscribe(URI.create("https://c:7446/redfish"), "x"))
                .isEqualTo(new Subscribed.Standing(MINE));
    }

    @Test
    void aSubscriptionOfAnEarlierRunIsAdopted() throws Exception {
        fake.tree()
                .put(COLLECTION.path(), "{\"Members\":[{\"@odata.id\":\"" + MINE.path() + "\"}]}")
                .put(MINE.path(), "{\"Context\":\"holdfast-7\"}");

        assertThat(subscriptions().adopt("holdfast-7")).contains(MINE);
        assertThat(subscriptions().adopt("holdfast-8")).isEmpty();
    }

    @Test
    void aSubscriptionThatTheBmcGaveUpIsResumedOrEnded() throws Exception {
        String resume = "/redfish/v1/EventService/Subscriptions/9/Resume";
        fake.whim(
                MINE_GET,
                r ->
                        FakeBmc.answer(
                                200,
                                "",
                                "{\"Status\":{\"State\":\"Disabled\"},\"Actions\":"
                                        + "{\"#EventDestination.ResumeSubscription\":{\"target\":\""
                                        + resume
                                        + "\"}}}"));
        fake.whim("POST " + resume, r -> FakeBmc.answer(204, "", ""));

        assertThat(subscriptions().renew(MINE)).isEqualTo(new Subscribed.Standing(MINE));
        fake.whim(MINE_GET, r -> FakeBmc.answer(200, "", "{\"Status\":{\"State\":\"Disabled\"}}"));
        assertThat(subscriptions().renew(MINE)).isEqualTo(new Subscribed.Ended());
        fake.whim(MINE_GET, r -> FakeBmc.answer(404, "", ""));
        assertThat(subscriptions().renew(MINE)).isEqualTo(new Subscribed.Ended());
    }

    @Test
    void eventsNeverGoOverPlainHttp() throws Exception {
        assertThat(subscriptions().subscribe(URI.create("http://c/redfish"), "x"))
                .isInstanceOf(Subscribed.Refused.class);
        assertThat(fake.log()).isEmpty();
    }

    @Test
    void aStreamHandsHintsOnUntilItEnds() throws Exception {
        String data = "data: " + EVENT.replace("\n", "");
        fake.whim(
                "GET /redfish/v1/EventService/SSE",
                r ->
                        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\n"
                                + data
                                + "\n\n"
                                + data
                                + "\n\n");
        EventStream stream =
                new EventStream(fake.access(), new Link("/redfish/v1/EventService/SSE", ""));
        List<Hint> hints = new ArrayList<>();

        Silence end = stream.listen(List.of(), hints::add);

        assertThat(hints).hasSize(4);
        assertThat(end.detail()).isEqualTo("the stream of events ended: the server ended it");
        assertThat(fake.stillOpen()).isZero();
    }

    @Test
    void whatIsNoStreamIsSaidToBeNone() throws Exception {
        fake.whim("GET /sse", r -> FakeBmc.answer(200, "Content-Type: text/html\r\n", "<p>"));

        assertThat(new EventStream(fake.access(), new Link("/sse", "")).listen(List.of(), h -> {}))
                .extracting(Silence::detail)
                .asString()
                .contains("expected a stream of events, found HTTP 200");
    }
}
