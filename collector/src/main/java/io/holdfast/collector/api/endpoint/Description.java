package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.wire.api.OpenApi;

/** Answers what may be asked. */
final class Description {

    private static final String YAML = "application/yaml; charset=utf-8";

    private Description() {}

    static Answer openApi(Call call) {
        return new Answer.Text(YAML, OpenApi.text());
    }
}
