package io.holdfast.agent.devices.redfish.decode;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.redfish.service.Complaint;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import java.util.Optional;

/**
 * Judges {@code Status} (DSP0268, Resource.Status): {@code State} first, then {@code Health}.
 *
 * <table>
 * <caption>States</caption>
 * <tr><td>Absent</td><td>gone, whatever Health says beside it</td></tr>
 * <tr><td>Enabled, Qualified, Quiesced, Deferring</td><td>by Health; without one nothing is
 * known</td></tr>
 * <tr><td>StandbyOffline, StandbySpare</td><td>by Health; without one it is a spare that
 * works</td></tr>
 * <tr><td>Degraded</td><td>at least degraded</td></tr>
 * <tr><td>UnavailableOffline</td><td>a part has failed; a sensor or a port only shows
 * nothing</td></tr>
 * <tr><td>Disabled, Starting, Updating, InTest, NotReady</td><td>a Health that is not OK counts;
 * otherwise nothing is known</td></tr>
 * <tr><td>any other</td><td>a Health that is not OK counts; otherwise nothing is known</td></tr>
 * </table>
 */
final class StatusJudge {

    private StatusJudge() {}

    static Said judge(Resource resource, Kind kind) {
        Json status = resource.json().at("Status");
        Optional<String> state = status.at("State").text().map(Complaint::printable);
        Optional<String> word = status.at("Health").text().map(Complaint::printable);
        if (state.isEmpty() && word.isEmpty()) {
            return new Said.Mute(notOffered("the BMC says nothing of its state"));
        }
        if (state.filter("Absent"::equals).isPresent()) {
            return new Said.Gone(resource.evidence("Status.State", "Absent", "its place is empty"));
        }
        Optional<Health> health = word.flatMap(StatusJudge::health);
        if (word.isPresent() && health.isEmpty()) {
            return new Said.Mute(notUnderstood("Health", word.get()));
        }
        Said byHealth = byHealth(resource, health, state);
        return state.map(s -> byState(resource, kind, s, health, byHealth)).orElse(byHealth);
    }

    /** The health of a word of {@code Resource.Health}; empty for one that is not known here. */
    static Optional<Health> health(String word) {
        return switch (word) {
            case "OK" -> Optional.of(Health.OK);
            case "Warning" -> Optional.of(Health.DEGRADED);
            case "Critical" -> Optional.of(Health.FAILED);
            default -> Optional.empty();
        };
    }

    private static Said byHealth(
            Resource resource, Optional<Health> health, Optional<String> state) {
        if (health.isPresent()) {
            String word = resource.json().at("Status", "Health").textOrEmpty();
            return new Said.Does(
                    health.get(),
                    resource.evidence("Status.Health", word, condition(resource, health.get())));
        }
        return new Said.Open(
                notOffered(
                        "it is " + state.orElse("there") + ", and nothing is said of its health"));
    }

    private static Said byState(
            Resource resource, Kind kind, String state, Optional<Health> health, Said byHealth) {
        return switch (state) {
            case "Enabled", "Qualified", "Quiesced", "Deferring" -> byHealth;
            case "StandbyOffline", "StandbySpare" ->
                    health.isPresent() && health.get() != Health.OK
                            ? byHealth
                            : new Said.Does(
                                    Health.OK,
                                    resource.evidence(
                                            "Status.State", state, "stands by to take over"));
            case "Degraded" ->
                    health.filter(h -> h == Health.FAILED).isPresent()
                            ? byHealth
                            : new Said.Does(
                                    Health.DEGRADED,
                                    resource.evidence(
                                            "Status.State", state, "works, but degraded"));
            case "UnavailableOffline" -> offline(resource, kind, state, health, byHealth);
            // A machine starts, and its BMC knows all the same how it does.
            case "Starting", "InTest" ->
                    kind == Kind.HOST
                            ? byHealth
                            : unlessBad(
                                    byHealth,
                                    health,
                                    notOffered("the BMC says that it is " + state));
            case "Disabled", "Updating", "NotReady" ->
                    unlessBad(byHealth, health, notOffered("the BMC says that it is " + state));
            default -> unlessBad(byHealth, health, notUnderstood("State", state));
        };
    }

    private static Said offline(
            Resource resource, Kind kind, String state, Optional<Health> health, Said byHealth) {
        boolean carries =
                switch (kind) {
                    case TEMPERATURE, NIC, PORT, HOST -> false;
                    case PSU, FAN, BOND, DISK, ARRAY, CONTROLLER, DIMM, CPU, SLOT, OPTIC -> true;
                    case BATTERY, BMC, SWITCH, LAG, PDU, OUTLET, BREAKER, FEED, UPS, ATS -> true;
                    case SERVICE, VIP, EXTERNAL -> true;
                };
        return carries
                ? new Said.Does(
                        Health.FAILED,
                        resource.evidence("Status.State", state, "it is there, and cannot be used"))
                : unlessBad(byHealth, health, notOffered("the BMC says that it is " + state));
    }

    private static Said unlessBad(Said byHealth, Optional<Health> health, Silence otherwise) {
        return health.isPresent() && health.get() != Health.OK
                ? byHealth
                : new Said.Mute(otherwise);
    }

    /** The first condition that the resource tells of itself, in its own words. */
    private static String condition(Resource resource, Health health) {
        return resource.json().at("Status", "Conditions").items().stream()
                .flatMap(condition -> condition.at("Message").text().stream())
                .findFirst()
                .map(Complaint::printable)
                .orElse(
                        switch (health) {
                            case OK -> "the BMC calls it well";
                            case DEGRADED -> "the BMC warns of it";
                            case FAILED -> "the BMC calls it critical";
                        });
    }

    private static Silence notOffered(String detail) {
        return Silence.of(Silence.Cause.NOT_OFFERED, detail);
    }

    private static Silence notUnderstood(String property, String value) {
        return Silence.of(
                Silence.Cause.NOT_UNDERSTOOD,
                "its " + property + " is '" + value + "', which is new");
    }

    /** What evidence of a state that says nothing of health looks like. */
    static Evidence state(Resource resource, String label) {
        String state = resource.json().at("Status", "State").textOrEmpty();
        return resource.evidence("Status.State", state, label);
    }
}
