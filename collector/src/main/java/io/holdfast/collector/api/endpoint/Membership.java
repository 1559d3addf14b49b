package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.operations.Agents;
import io.holdfast.collector.operations.Identities;
import io.holdfast.collector.operations.Retirement;
import io.holdfast.collector.operations.Role;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.api.IdentityReport;
import io.holdfast.wire.api.IdentityRequest;
import io.holdfast.wire.api.IdentityRevokeRequest;
import io.holdfast.wire.api.IdentityRevokeResult;
import io.holdfast.wire.api.RetireRequest;
import io.holdfast.wire.api.RetireResult;
import io.holdfast.wire.api.RevokeRequest;
import io.holdfast.wire.api.RevokeResult;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Gives certificates to people, takes those of agents away, and hosts out of the reports. */
final class Membership {

    private static final JsonRecord<RevokeRequest> REVOKE = JsonRecord.of(RevokeRequest.class);
    private static final JsonRecord<RevokeResult> REVOKED = JsonRecord.of(RevokeResult.class);
    private static final JsonRecord<RetireRequest> RETIRE = JsonRecord.of(RetireRequest.class);
    private static final JsonRecord<RetireResult> RETIRED = JsonRecord.of(RetireResult.class);
    private static final JsonRecord<IdentityRequest> ISSUE = JsonRecord.of(IdentityRequest.class);
    private static final JsonRecord<IdentityReport> ISSUED = JsonRecord.of(IdentityReport.class);
    private static final JsonRecord<IdentityRevokeRequest> DISMISS =
            JsonRecord.of(IdentityRevokeRequest.class);
    private static final JsonRecord<IdentityRevokeResult> DISMISSED =
            JsonRecord.of(IdentityRevokeResult.class);

    private final Agents agents;
    private final Identities identities;
    private final InstantSource clock;

    Membership(Agents agents, Identities identities, InstantSource clock) {
        this.agents = agents;
        this.identities = identities;
        this.clock = clock;
    }

    Answer revoke(Call call) throws IOException {
        call.expectQuery(Set.of());
        HostId host = Parameters.host(call);
        String reason = call.body(REVOKE).reason().orElse("");
        String by = call.caller().name();
        int certificates = agents.revoke(host, by, reason);
        if (certificates == 0) {
            throw Refusal.notFound(
                    "expected an agent with a certificate, found " + host, "see: holdfast agents");
        }
        return Answer.ok(
                REVOKED, new RevokeResult(host.toString(), clock.instant(), by, certificates));
    }

    Answer retire(Call call) throws IOException {
        call.expectQuery(Set.of());
        HostId host = Parameters.host(call);
        String reason = call.body(RETIRE).reason().orElse("");
        String by = call.caller().name();
        return switch (agents.retire(host, by, reason)) {
            case Retirement.Done(var at, int certificates, int components) ->
                    Answer.ok(
                            RETIRED,
                            new RetireResult(host.toString(), at, by, certificates, components));
            case Retirement.Unknown() -> throw Reporting.unknown(host);
            case Retirement.IsDevice() ->
                    throw Refusal.conflict(
                            "expected a host with an agent of its own, found a device that agents"
                                    + " poll: "
                                    + host,
                            "take it out of racks in collector.yaml, and reload the collector");
            case Retirement.IsHeard() ->
                    throw Refusal.conflict(
                            "expected a host that is gone, found that the agent of "
                                    + host
                                    + " is connected",
                            "there: systemctl disable --now holdfast-agent; or shut it out first:"
                                    + " holdfast agents revoke "
                                    + host);
        };
    }

    Answer issue(Call call) throws IOException {
        call.expectQuery(Set.of());
        IdentityRequest request = call.body(ISSUE);
        Role role = Call.understood("role", request.role(), Membership::role);
        PublicKey key = Call.understood("public_key", request.publicKey(), PublicKeys::read);
        List<X509Certificate> chain =
                Call.understood(
                        "name",
                        request.name(),
                        name -> identities.issue(name, role, key, call.caller().name()));
        return Answer.ok(
                ISSUED,
                new IdentityReport(
                        request.name(),
                        role.word(),
                        chain.getFirst().getNotAfter().toInstant(),
                        chain.stream().map(PublicKeys::pem).toList()));
    }

    Answer revokePerson(Call call) throws IOException {
        call.expectQuery(Set.of());
        IdentityRevokeRequest request = call.body(DISMISS);
        String by = call.caller().name();
        int certificates = identities.revoke(request.name(), by, request.reason().orElse(""));
        if (certificates == 0) {
            throw Refusal.notFound(
                    "expected a person with a certificate that counts, found " + request.name(),
                    "see who was given one: GET /v1/acts");
        }
        return Answer.ok(
                DISMISSED,
                new IdentityRevokeResult(request.name(), clock.instant(), by, certificates));
    }

    private static Role role(String word) {
        return Role.ofWord(word)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "expected viewer, operator or approver, found '"
                                                + word
                                                + "'"));
    }
}
