package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.wire.api.TrapTestResult;
import io.holdfast.wire.api.json.JsonRecord;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tries whether notifications get to their receivers. */
final class Trials {

    private static final JsonRecord<TrapTestResult> RESULT = JsonRecord.of(TrapTestResult.class);

    private final Supplier<Optional<TrapTestResult>> trial;

    Trials(Supplier<Optional<TrapTestResult>> trial) {
        this.trial = trial;
    }

    Answer traps(Call call) {
        call.expectQuery(Set.of());
        TrapTestResult result =
                trial.get()
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                409,
                                                "no_traps",
                                                "expected receivers in alerts.snmp of the"
                                                        + " collector's configuration, found none",
                                                "add collector.alerts.snmp and reload the"
                                                        + " collector"));
        return Answer.ok(RESULT, result);
    }
}
