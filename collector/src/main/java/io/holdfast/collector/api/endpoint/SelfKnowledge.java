package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.audit.Acts;
import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.wire.api.ActList;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.json.JsonRecord;
import java.util.Set;
import java.util.function.Supplier;

/** Answers how the collector itself does, and what was done to it. */
final class SelfKnowledge {

    static final int MOST_ACTS = 1_000;

    /** The media type of OpenMetrics text (OpenMetrics 1.0, section "Text Format"). */
    private static final String OPEN_METRICS =
            "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static final int NORMAL_ACTS = 100;
    private static final JsonRecord<CollectorHealth> HEALTH = JsonRecord.of(CollectorHealth.class);
    private static final JsonRecord<ActList> ACTS = JsonRecord.of(ActList.class);

    private final Supplier<CollectorHealth> health;
    private final Answer.Writing metrics;
    private final Acts acts;

    SelfKnowledge(Supplier<CollectorHealth> health, Answer.Writing metrics, Acts acts) {
        this.health = health;
        this.metrics = metrics;
        this.acts = acts;
    }

    Answer health(Call call) {
        call.expectQuery(Set.of());
        return Answer.ok(HEALTH, health.get());
    }

    Answer metrics(Call call) {
        return new Answer.Written(OPEN_METRICS, metrics);
    }

    Answer acts(Call call) {
        call.expectQuery(Set.of("before", "limit"));
        long before = call.query("before", Parameters::id).orElse(Long.MAX_VALUE);
        return Answer.ok(ACTS, acts.find(before, Parameters.limit(call, NORMAL_ACTS, MOST_ACTS)));
    }
}
