package io.holdfast.agent.devices.redfish.actuate;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.http.Deadline;
import io.holdfast.agent.devices.redfish.http.HttpRequest;
import io.holdfast.agent.devices.redfish.http.HttpResponse;
import io.holdfast.agent.devices.redfish.service.Complaint;
import io.holdfast.agent.devices.redfish.service.Fetched;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Pause;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.agent.devices.redfish.service.Sent;
import io.holdfast.agent.devices.redfish.service.ServiceClient;
import io.holdfast.agent.devices.redfish.service.SessionKeeper;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Switches the machine behind one BMC ({@code ComputerSystem.Reset}, DSP0268), with a client of its
 * own, whose account may do so.
 *
 * <p>What is sent is sent once: a reset that was not answered may have been heard, and what it came
 * to is read, not guessed.
 */
public final class PowerSwitch {

    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    private final ServiceClient client;
    private final SessionKeeper sessions;
    private final Ticker ticker;
    private final Pause pause;

    /** A switch that nobody has touched yet. */
    public PowerSwitch(ServiceClient client, SessionKeeper sessions, Ticker ticker, Pause pause) {
        this.client = client;
        this.sessions = sessions;
        this.ticker = ticker;
        this.pause = pause;
    }

    /** One system, or why there is not exactly one. */
    private sealed interface Choice {
        record One(Resource system) implements Choice {}

        record None(PowerResult why) implements Choice {}
    }

    /**
     * Does one act, and reads the power state until it is as the act leads to.
     *
     * @param system the system's {@code Id} where a BMC has several; empty for the only one
     * @param patience how long it may take altogether
     */
    public PowerResult act(PowerAct act, Optional<String> system, Duration patience)
            throws InterruptedException {
        Deadline deadline = Deadline.in(patience, ticker);
        client.begin(deadline);
        return switch (choose(system)) {
            case Choice.None(PowerResult why) -> why;
            case Choice.One(Resource one) -> on(one, act, deadline);
        };
    }

    private PowerResult on(Resource system, PowerAct act, Deadline deadline)
            throws InterruptedException {
        String state = state(system);
        if (state.equals(act.leadsTo())) {
            return confirmed(system, state, false);
        }
        Json action = system.json().at("Actions", "#ComputerSystem.Reset");
        Optional<Link> target = action.at("target").text().flatMap(Link::parse);
        List<String> allowed = target.isPresent() ? allowed(action) : List.of();
        if (target.isEmpty() || !allowed.contains(act.resetType())) {
            return new PowerResult.NotAllowed(act, allowed);
        }
        String body = "{\"ResetType\":\"" + act.resetType() + "\"}";
        Sent sent = client.send(HttpRequest.post(target.get().path(), body));
        return switch (sent) {
            case Sent.Unsent(Silence reason) -> new PowerResult.Unreachable(reason);
            case Sent.Unanswered(Silence reason, boolean end) ->
                    readBack(system.link(), act, deadline, reason);
            case Sent.Answered(HttpResponse response) ->
                    response.succeeded()
                            ? readBack(system.link(), act, deadline, slow(act))
                            : new PowerResult.Refused(
                                    Silence.of(
                                            Silence.Cause.NOT_PERMITTED,
                                            "the BMC refuses "
                                                    + act.resetType()
                                                    + " ("
                                                    + Complaint.of(response)
                                                    + ")"));
        };
    }

    private static Silence slow(PowerAct act) {
        return Silence.of(
                Silence.Cause.TIMED_OUT,
                "the BMC took the order, and the machine was not seen "
                        + act.leadsTo()
                        + " in time");
    }

    private PowerResult readBack(Link system, PowerAct act, Deadline deadline, Silence otherwise)
            throws InterruptedException {
        String last = "";
        while (!deadline.passed()) {
            if (client.get(system, false) instanceof Fetched.Got(Resource now)) {
                last = state(now);
                if (last.equals(act.leadsTo())) {
                    return confirmed(now, last, true);
                }
            }
            pause.forAtMost(BETWEEN_READS);
        }
        return new PowerResult.Unconfirmed(last, otherwise);
    }

    private static PowerResult confirmed(Resource system, String state, boolean sent) {
        return new PowerResult.Confirmed(
                system.evidence("PowerState", state, "the machine is " + state), sent);
    }

    private static String state(Resource system) {
        return system.json().at("PowerState").textOrEmpty();
    }

    /**
     * The values that the action says it takes, there or in its ActionInfo; none if it says none.
     */
    private List<String> allowed(Json action) throws InterruptedException {
        List<String> here = words(action.at("ResetType@Redfish.AllowableValues"));
        if (!here.isEmpty()) {
            return here;
        }
        Optional<Link> info = action.at("@Redfish.ActionInfo").text().flatMap(Link::parse);
        if (info.isPresent()
                && client.get(info.get(), false) instanceof Fetched.Got(Resource told)) {
            for (Json parameter : told.json().at("Parameters").items()) {
                if (parameter.at("Name").textOrEmpty().equals("ResetType")) {
                    return words(parameter.at("AllowableValues"));
                }
            }
        }
        return List.of();
    }

    private static List<String> words(Json array) {
        return array.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    private Choice choose(Optional<String> wanted) throws InterruptedException {
        return switch (client.root()) {
            case Fetched.Missed(int status, Silence reason, boolean end) ->
                    new Choice.None(new PowerResult.Unreachable(reason));
            case Fetched.Got(Resource root) -> among(root, wanted);
        };
    }

    private Choice among(Resource root, Optional<String> wanted) throws InterruptedException {
        sessions.sessionsAt(root.link("Links", "Sessions"));
        Optional<Link> collection = root.link("Systems");
        if (collection.isEmpty()) {
            return new Choice.None(new PowerResult.Ambiguous(List.of()));
        }
        Fetched listed = client.get(collection.get(), false);
        if (listed instanceof Fetched.Missed(int status, Silence reason, boolean end)) {
            return new Choice.None(new PowerResult.Unreachable(reason));
        }
        List<Resource> systems = new ArrayList<>();
        Optional<Silence> unseen = Optional.empty();
        if (listed instanceof Fetched.Got(Resource got)) {
            for (Link member : Link.all(got.json().at("Members"))) {
                switch (client.get(member, false)) {
                    case Fetched.Got(Resource system) -> systems.add(system);
                    case Fetched.Missed(int status, Silence reason, boolean end) ->
                            unseen = Optional.of(reason);
                }
            }
        }
        if (unseen.isPresent()) {
            return new Choice.None(new PowerResult.Unreachable(unseen.get()));
        }
        List<Resource> meant =
                systems.stream()
                        .filter(s -> wanted.isEmpty() || wanted.get().equals(id(s)))
                        .toList();
        return meant.size() == 1
                ? new Choice.One(meant.getFirst())
                : new Choice.None(
                        new PowerResult.Ambiguous(systems.stream().map(PowerSwitch::id).toList()));
    }

    private static String id(Resource system) {
        return system.json().at("Id").textOrEmpty();
    }
}
