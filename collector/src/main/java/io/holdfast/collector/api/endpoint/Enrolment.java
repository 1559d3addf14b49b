package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.operations.Tokens;
import io.holdfast.wire.api.TokenList;
import io.holdfast.wire.api.TokenReport;
import io.holdfast.wire.api.TokenRequest;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Makes, lists and ends the tokens with which agents enrol. */
final class Enrolment {

    static final Duration NORMAL_LIFETIME = Duration.ofHours(1);

    private static final String EVERY_HOST = "*/*/*";
    private static final JsonRecord<TokenRequest> REQUEST = JsonRecord.of(TokenRequest.class);
    private static final JsonRecord<TokenReport> TOKEN = JsonRecord.of(TokenReport.class);
    private static final JsonRecord<TokenList> LIST = JsonRecord.of(TokenList.class);

    private final Tokens tokens;
    private final InstantSource clock;

    Enrolment(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    Answer create(Call call) throws IOException {
        call.expectQuery(Set.of());
        TokenRequest request = call.body(REQUEST);
        Tokens.Created made = created(request, call.caller().name());
        return Answer.ok(
                TOKEN,
                new TokenReport(
                        made.id(), made.text(), made.hostPattern(), made.uses(), made.expiresAt()));
    }

    private Tokens.Created created(TokenRequest request, String by) {
        try {
            return tokens.create(
                    request.hosts().orElse(EVERY_HOST),
                    request.uses().orElse(1),
                    Duration.ofSeconds(request.ttlSeconds().orElse(NORMAL_LIFETIME.toSeconds())),
                    by);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()), "");
        }
    }

    Answer list(Call call) {
        call.expectQuery(Set.of());
        return Answer.ok(
                LIST,
                new TokenList(
                        clock.instant(),
                        tokens.list().stream()
                                .map(
                                        t ->
                                                new TokenList.Token(
                                                        t.id(),
                                                        t.hostPattern(),
                                                        t.usesLeft(),
                                                        t.expiresAt(),
                                                        t.createdBy()))
                                .toList()));
    }

    Answer delete(Call call) {
        call.expectQuery(Set.of());
        String id = call.variable("id");
        if (!tokens.delete(id, call.caller().name())) {
            throw Refusal.notFound(
                    "expected a token that can still be used, found '" + id + "'",
                    "see: holdfast collector token list");
        }
        return list(call);
    }
}
