package io.holdfast.agent.devices.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testkit.Mutations;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonReadTest {

    private static final String SAMPLE =
            "note\n{\"a\": {\"b\": [1, \"2.5\", true, null]}, \"name\": \"  x \", \"big\": 1e300}";

    @Test
    void waysLeadToValuesOrNowhere() {
        Json json = good(SAMPLE);
        assertThat(json.at("a", "b").items()).hasSize(4);
        assertThat(json.at("a", "b").items().get(0).whole()).hasValue(1);
        assertThat(json.at("a", "b").items().get(1).number()).hasValue(2.5);
        assertThat(json.at("a", "b").items().get(2).isTrue()).isTrue();
        assertThat(json.at("name").text()).contains("x");
        assertThat(json.at("name", "deeper", "still").present()).isFalse();
        assertThat(json.at("big").whole()).isEmpty();
        assertThat(json.at("name").isFalse()).isFalse();
    }

    @Test
    void whatIsNotJsonIsRefusedWithAReason() {
        assertThat(JsonRead.of("smartctl 6.6")).isInstanceOf(JsonRead.Bad.class);
        assertThat(JsonRead.of("{\"a\": ")).isInstanceOf(JsonRead.Bad.class);
        assertThat(JsonRead.of("{\"a\":" + "[".repeat(100))).isInstanceOf(JsonRead.Bad.class);
    }

    @Test
    void damagedTextsNeverThrow() {
        Mutations.feed(
                List.of(SAMPLE),
                7,
                text -> {
                    if (JsonRead.of(text) instanceof JsonRead.Good(Json json)) {
                        json.at("a", "b").items().forEach(Json::whole);
                    }
                });
    }

    private static Json good(String text) {
        return switch (JsonRead.of(text)) {
            case JsonRead.Good(Json json) -> json;
            case JsonRead.Bad(String reason) -> throw new AssertionError(reason);
        };
    }
}
