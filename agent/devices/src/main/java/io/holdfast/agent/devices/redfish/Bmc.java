package io.holdfast.agent.devices.redfish;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.crawl.Crawl;
import io.holdfast.agent.devices.redfish.crawl.Harvest;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.agent.devices.redfish.decode.NameBook;
import io.holdfast.agent.devices.redfish.decode.SurveyDecoder;
import io.holdfast.agent.devices.redfish.event.EventWay;
import io.holdfast.agent.devices.redfish.http.Deadline;
import io.holdfast.agent.devices.redfish.http.Trust;
import io.holdfast.agent.devices.redfish.service.Fetched;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.agent.devices.redfish.service.ServiceClient;
import io.holdfast.agent.devices.redfish.service.SessionKeeper;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One BMC, which is asked by one at a time however many want to know, over one connection for each
 * look and in one session for all.
 */
public final class Bmc implements AutoCloseable {

    /** Saying goodbye may take no longer. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final HostId host;
    private final Access access;
    private final InstantSource clock;
    private final Duration budget;
    private final SessionKeeper sessions;
    private final ServiceClient client;
    private final NameBook names = new NameBook();
    private final KindsSeen kinds = new KindsSeen();
    private final Rest rest;
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * A BMC that has not been asked yet.
     *
     * @param host what the machine behind it is called
     * @param budget how long one look may take
     */
    public Bmc(HostId host, Access access, InstantSource clock, Duration budget) {
        this.host = host;
        this.access = access;
        this.clock = clock;
        this.budget = budget;
        sessions = new SessionKeeper(access.login());
        client = access.client(sessions);
        rest = new Rest(access.ticker());
    }

    /** Looks at a part of the machine. */
    Survey look(String probe, Scope scope) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            Optional<Silence> resting = rest.reason();
            return resting.isPresent() ? blind(probe, resting.get()) : ask(probe, scope);
        } finally {
            // Until the next look somebody on the way would have forgotten the connection.
            client.http().close();
            turn.unlock();
        }
    }

    private Survey ask(String probe, Scope scope) throws InterruptedException {
        client.begin(Deadline.in(budget, access.ticker()));
        return switch (client.root()) {
            case Fetched.Missed(int status, Silence reason, boolean hopeless) -> {
                rest.silent(reason);
                yield blind(probe, reason);
            }
            case Fetched.Got(Resource root) -> enter(probe, scope, root);
        };
    }

    private Survey enter(String probe, Scope scope, Resource root) throws InterruptedException {
        Json json = root.json();
        if (!json.at("RedfishVersion").present() && !json.at("Chassis").present()) {
            return blind(
                    probe,
                    new Silence(
                            Silence.Cause.NOT_UNDERSTOOD,
                            access.endpoint() + "/redfish/v1/ is no Redfish service root",
                            "check that this is a BMC, and that Redfish is enabled on it"));
        }
        sessions.sessionsAt(root.link("Links", "Sessions"));
        Optional<Silence> refused = client.login();
        if (refused.isPresent()) {
            note(refused.get());
            return blind(probe, refused.get());
        }
        rest.answered();
        Harvest harvest = Crawl.of(root, client, scope);
        Survey survey = SurveyDecoder.decode(probe, host, clock.instant(), harvest, scope, names);
        boolean lockedOut =
                survey.components().isEmpty()
                        && survey.unseen().stream().anyMatch(Bmc::notPermitted);
        if (lockedOut) {
            note(survey.unseen().getFirst().silence());
        }
        return withCaveats(kinds.doubt(survey));
    }

    /** How this BMC can be made to tell of its own accord. */
    public EventWay eventWay() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            client.begin(Deadline.in(budget, access.ticker()));
            return switch (client.root()) {
                case Fetched.Missed(int status, Silence why, boolean end) ->
                        new EventWay.PollOnly(why);
                case Fetched.Got(Resource root) -> eventWay(root);
            };
        } finally {
            client.http().close();
            turn.unlock();
        }
    }

    private EventWay eventWay(Resource root) throws InterruptedException {
        sessions.sessionsAt(root.link("Links", "Sessions"));
        Optional<Link> service = root.link("EventService");
        if (service.isEmpty()) {
            return new EventWay.PollOnly(
                    Silence.of(Silence.Cause.NOT_OFFERED, "the BMC has no event service"));
        }
        return switch (client.get(service.get(), false)) {
            case Fetched.Missed(int status, Silence why, boolean end) -> new EventWay.PollOnly(why);
            case Fetched.Got(Resource events) -> EventWay.of(events);
        };
    }

    private static boolean notPermitted(Unseen unseen) {
        return unseen.silence().cause() == Silence.Cause.NOT_PERMITTED;
    }

    private void note(Silence reason) {
        if (reason.cause() == Silence.Cause.NOT_PERMITTED) {
            rest.refused(reason);
        } else {
            rest.silent(reason);
        }
    }

    private Survey blind(String probe, Silence reason) {
        Unseen all = new Unseen(access.endpoint().toString(), reason);
        return Survey.blind(probe, clock.instant(), all);
    }

    /** Adds that nobody knows who answered, where that is so. */
    private Survey withCaveats(Survey survey) {
        boolean asked = !(access.trust() instanceof Trust.Anybody) && access.endpoint().tls();
        if (asked) {
            return survey;
        }
        String shown =
                client.http()
                        .peer()
                        .map(fingerprint -> "--fingerprint " + fingerprint)
                        .orElse("https and --fingerprint");
        Silence silence =
                new Silence(
                        Silence.Cause.NOT_ASKED,
                        "nobody checked that " + access.endpoint() + " is the BMC (--insecure)",
                        "compare with what the BMC's own web page shows, then use " + shown);
        List<Unseen> unseen = new ArrayList<>(survey.unseen());
        unseen.add(new Unseen("identity of the BMC", silence));
        return new Survey(
                survey.probe(),
                survey.at(),
                survey.complete(),
                survey.components(),
                survey.observations(),
                survey.groups(),
                unseen);
    }

    /** Calls off a look that is under way, deletes the session and ends the connection. */
    @Override
    public void close() {
        client.callOff();
        boolean ours = false;
        try {
            ours = turn.tryLock(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
            if (ours) {
                client.logout(Deadline.in(FAREWELL, access.ticker()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            client.http().close();
            if (ours) {
                turn.unlock();
            }
        }
    }
}
