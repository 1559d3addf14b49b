package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.operations.Acceptance;
import io.holdfast.collector.operations.Acceptance.Outcome;
import io.holdfast.collector.operations.Reports;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Observation;
import io.holdfast.wire.api.AcceptRequest;
import io.holdfast.wire.api.AcceptResult;
import io.holdfast.wire.api.json.JsonRecord;
import io.holdfast.wire.api.report.Differences;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Takes over what is there as what ought to be there. */
final class Accepting {

    /** More names in one request are refused; {@code all} has no such limit. */
    static final int MOST_NAMES = 1_000;

    private static final JsonRecord<AcceptRequest> REQUEST = JsonRecord.of(AcceptRequest.class);
    private static final JsonRecord<AcceptResult> RESULT = JsonRecord.of(AcceptResult.class);

    private final Acceptance acceptance;
    private final Reports reports;
    private final InstantSource clock;

    Accepting(Acceptance acceptance, Reports reports, InstantSource clock) {
        this.acceptance = acceptance;
        this.reports = reports;
        this.clock = clock;
    }

    Answer accept(Call call) throws IOException {
        call.expectQuery(Set.of());
        AcceptRequest request = call.body(REQUEST);
        int names = request.hosts().size() + request.components().size();
        if (names > MOST_NAMES || (names > 0) == request.all()) {
            throw Refusal.badRequest(
                    "expected either all, or 1 to "
                            + MOST_NAMES
                            + " hosts and components, found "
                            + names
                            + (request.all() ? " and all" : ""),
                    "");
        }
        String by = call.caller().name();
        // Every name is looked at before anything is accepted: a typing mistake changes nothing.
        List<HostId> hosts = request.all() ? notAsAccepted() : hosts(request);
        List<ComponentId> components =
                request.components().stream()
                        .map(text -> Call.understood("components", text, ComponentId::parse))
                        .toList();
        components.forEach(component -> known(component.host()));
        List<AcceptResult.Accepted> accepted =
                Stream.concat(
                                hosts.stream().map(h -> host(h, by)),
                                components.stream().map(c -> component(c, by)))
                        .map(Accepting::shown)
                        .toList();
        return Answer.ok(RESULT, new AcceptResult(clock.instant(), by, accepted));
    }

    private List<HostId> notAsAccepted() {
        return reports.report().hosts().stream()
                .filter(host -> !host.differences().isEmpty() || host.acceptance().isEmpty())
                .map(host -> host.host())
                .toList();
    }

    private List<HostId> hosts(AcceptRequest request) {
        List<HostId> hosts =
                request.hosts().stream()
                        .map(text -> Call.understood("hosts", text, HostId::parse))
                        .toList();
        hosts.forEach(this::known);
        return hosts;
    }

    private void known(HostId host) {
        if (reports.host(host).isEmpty()) {
            throw Reporting.unknown(host);
        }
    }

    private Outcome host(HostId host, String by) {
        return acceptance.accept(host, by).orElseThrow(() -> Reporting.unknown(host));
    }

    private Outcome component(ComponentId component, String by) {
        return acceptance
                .accept(component, by)
                .orElseThrow(
                        () ->
                                Refusal.notFound(
                                        "expected a part of "
                                                + component.host()
                                                + ", found "
                                                + component,
                                        "see: holdfast inventory"));
    }

    private static AcceptResult.Accepted shown(Outcome accepted) {
        return new AcceptResult.Accepted(
                accepted.host().toString(),
                accepted.components(),
                accepted.taken().stream().map(Differences::report).toList(),
                accepted.alreadyBad().stream().map(Accepting::bad).toList());
    }

    private static AcceptResult.Bad bad(Observation observation) {
        String detail =
                switch (observation) {
                    case Observation.Reported reported ->
                            reported.health().name().toLowerCase(Locale.ROOT)
                                    + reported.evidence().stream()
                                            .findFirst()
                                            .map(Accepting::because)
                                            .orElse("");
                    case Observation.Absent absent -> "absent" + because(absent.source());
                    case Observation.Silent silent -> "silent: " + silent.reason().detail();
                };
        return new AcceptResult.Bad(observation.component().toString(), detail);
    }

    private static String because(Evidence evidence) {
        return ": "
                + (evidence.label().isEmpty() ? evidence.value() : evidence.label())
                + " ("
                + evidence.source()
                + ")";
    }
}
