package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.wire.api.MailTestResult;
import io.holdfast.wire.api.json.JsonRecord;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tries whether mail gets out. */
final class Mailing {

    private static final JsonRecord<MailTestResult> RESULT = JsonRecord.of(MailTestResult.class);

    private final Supplier<Optional<MailTestResult>> trial;

    Mailing(Supplier<Optional<MailTestResult>> trial) {
        this.trial = trial;
    }

    Answer test(Call call) {
        call.expectQuery(Set.of());
        MailTestResult result =
                trial.get()
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                409,
                                                "no_mail",
                                                "expected a mail section in the collector's"
                                                        + " configuration, found none",
                                                "add collector.mail and reload the collector"));
        return Answer.ok(RESULT, result);
    }
}
