package io.holdfast.collector.api.endpoint;

import static io.holdfast.collector.operations.Role.APPROVER;
import static io.holdfast.collector.operations.Role.OPERATOR;

import io.holdfast.collector.api.call.Route;
import io.holdfast.collector.api.call.Routes;
import java.util.List;

/** The routes of a collector's API, as {@code openapi.yaml} describes them. */
public final class ApiRoutes {

    private ApiRoutes() {}

    /** The routes that these services answer. */
    public static Routes of(Services services) {
        Gate gate = Gate.normal();
        var reporting =
                new Reporting(
                        services.reports(),
                        services.health(),
                        services.clock(),
                        services.version(),
                        gate);
        var polling = new Polling(services.devices(), services.clock());
        var foresight = new Foresight(services.topologies());
        var happenings = new Happenings(services.events());
        var accepting = new Accepting(services.acceptance(), services.reports(), services.clock());
        var membership = new Membership(services.agents(), services.identities(), services.clock());
        var enrolment = new Enrolment(services.tokens(), services.clock());
        var safekeeping =
                new Safekeeping(services.backups(), services.backupDirectory(), services.clock());
        var mailing = new Mailing(services.mailTrial());
        var trapping = new Trials(services.trapTrial());
        var self =
                new SelfKnowledge(
                        services.health(), gate.behind(services.metrics()), services.acts());
        return new Routes(
                List.of(
                        Route.get("/v1/report", reporting::report),
                        Route.get("/v1/hosts/{site}/{rack}/{host}", reporting::host),
                        Route.get("/v1/inventory", reporting::inventory),
                        Route.post("/v1/inventory/accept", OPERATOR, accepting::accept),
                        Route.get("/v1/events", happenings::page),
                        Route.get("/v1/events/stream", happenings::follow),
                        Route.get("/v1/agents", reporting::agents),
                        Route.get("/v1/devices", polling::devices),
                        Route.get("/v1/topology", foresight::topology),
                        Route.get("/v1/spof", foresight::spofs),
                        Route.get("/v1/what-if", foresight::whatIf),
                        Route.post(
                                "/v1/agents/{site}/{rack}/{host}/revoke",
                                OPERATOR,
                                membership::revoke),
                        Route.post(
                                "/v1/hosts/{site}/{rack}/{host}/retire",
                                OPERATOR,
                                membership::retire),
                        new Route("GET", "/v1/tokens", OPERATOR, enrolment::list),
                        Route.post("/v1/tokens", OPERATOR, enrolment::create),
                        new Route("DELETE", "/v1/tokens/{id}", OPERATOR, enrolment::delete),
                        Route.post("/v1/identities", APPROVER, membership::issue),
                        Route.post("/v1/identities/revoke", APPROVER, membership::revokePerson),
                        Route.post("/v1/backup", OPERATOR, safekeeping::backup),
                        Route.post("/v1/mail/test", OPERATOR, mailing::test),
                        Route.post("/v1/traps/test", OPERATOR, trapping::traps),
                        Route.get("/v1/acts", self::acts),
                        Route.get("/v1/health", self::health),
                        Route.get("/v1/openapi.yaml", Description::openApi),
                        Route.get("/metrics", self::metrics)));
    }
}
