package io.holdfast.collector.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonErrorsTest {

    @Test
    void aMalformedRequestIsSaidToBeOneAndNotTwiceTheSame() {
        assertThat(JsonErrors.malformed(400, "Bad Request"))
                .isEqualTo("expected a request as HTTP has it, found a malformed one: Bad Request");
        assertThat(JsonErrors.malformed(400, null)).endsWith(": Bad Request");
        assertThat(JsonErrors.malformed(400, "Ambiguous URI path encoding"))
                .endsWith("found a malformed one: Bad Request: Ambiguous URI path encoding");
    }
}
