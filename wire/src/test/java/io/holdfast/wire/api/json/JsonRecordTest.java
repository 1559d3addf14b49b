package io.holdfast.wire.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRecordTest {

    private static final JsonRecord<Whole> WHOLE = JsonRecord.of(Whole.class);
    private static final JsonRecord<Part> PART = JsonRecord.of(Part.class);

    record Part(String someName, Colour colour) {}

    record Whole(
            Instant at,
            boolean yes,
            int few,
            long many,
            double size,
            Optional<Part> part,
            OptionalLong age,
            OptionalDouble limit,
            List<Part> parts,
            SortedMap<String, String> attributes) {}

    enum Colour {
        DARK_RED,
        UNKNOWN
    }

    enum Closed {
        ONE
    }

    record OfClosed(Closed closed) {}

    record OfObject(Object any) {}

    @Test
    void writesSnakeCaseAndLeavesOutWhatIsMissing() {
        Whole whole =
                new Whole(
                        Instant.EPOCH,
                        true,
                        1,
                        2,
                        0.5,
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.of(3),
                        List.of(new Part("x", Colour.DARK_RED)),
                        new TreeMap<>());
        assertThat(WHOLE.text(whole))
                .isEqualTo(
                        "{\"at\":\"1970-01-01T00:00:00Z\",\"yes\":true,\"few\":1,\"many\":2,\"size\":0.5,"
                                + "\"limit\":3.0,\"parts\":[{\"some_name\":\"x\",\"colour\":\"dark_red\"}],"
                                + "\"attributes\":{}}");
    }

    @Test
    void readsWhatItWrote() throws JsonMismatch {
        Whole whole =
                new Whole(
                        Instant.parse("2026-03-01T12:00:00.123456Z"),
                        false,
                        -1,
                        Long.MAX_VALUE,
                        1e300,
                        Optional.of(new Part("\u0000 \" ü", Colour.UNKNOWN)),
                        OptionalLong.of(7),
                        OptionalDouble.empty(),
                        List.of(),
                        new TreeMap<>(java.util.Map.of("serial", "I1")));
        assertThat(WHOLE.read(WHOLE.text(whole))).isEqualTo(whole);
        assertThat(WHOLE.read(WHOLE.pretty(whole))).isEqualTo(whole);
    }

    @Test
    void passesOverFieldsOfNewerPeers() throws JsonMismatch {
        String text =
                "{\"new\":{\"a\":[1,{}]},\"some_name\":\"x\",\"colour\":\"dark_red\",\"newer\":1}";
        assertThat(PART.read(text)).isEqualTo(new Part("x", Colour.DARK_RED));
    }

    @Test
    void takesWordsOfNewerPeersAsUnknown() throws JsonMismatch {
        assertThat(PART.read("{\"some_name\":\"x\",\"colour\":\"ultraviolet\"}").colour())
                .isEqualTo(Colour.UNKNOWN);
    }

    @Test
    void nullIsMissing() throws JsonMismatch {
        String text =
                "{\"at\":\"1970-01-01T00:00:00Z\",\"yes\":true,\"few\":1,\"many\":2,\"size\":1,"
                        + "\"part\":null,\"age\":null}";
        assertThat(WHOLE.read(text).part()).isEmpty();
        assertThat(WHOLE.read(text).parts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'some_name':'x'}|expected a field colour, found none",
                "{'some_name':1,'colour':'x'}|expected a string, found a whole number at /some_name",
                "{'some_name':'x','colour':'x'}}|expected JSON, found something else in line 1, column 31",
                "{'some_name':'x','colour':'x'} 1|expected the end, found a whole number",
                "[]|expected an object, found a list",
                "|expected an object, found nothing",
                "{'some_name':'x|expected JSON, found something else in line 1",
            })
    void saysWhatWasExpectedAndWhere(String text, String message) {
        String json = text == null ? "" : text.replace('\'', '"');
        assertThatThrownBy(() -> PART.read(json))
                .isInstanceOf(JsonMismatch.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "at,1",
        "yes,1",
        "few,1.5",
        "few,3000000000",
        "size,true",
        "parts,{}",
        "attributes,[]"
    })
    void refusesOtherTypes(String field, String value) {
        String text =
                "{\"at\":\"1970-01-01T00:00:00Z\",\"yes\":true,\"few\":1,\"many\":2,\"size\":1,\""
                        + field
                        + "\":"
                        + value
                        + "}";
        assertThatThrownBy(() -> WHOLE.read(text)).isInstanceOf(JsonMismatch.class);
    }

    @Test
    void refusesDeepNestingEvenWhereItPassesOver() {
        String deep = "{\"new\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> PART.read(deep))
                .isInstanceOf(JsonMismatch.class)
                .hasMessageContaining("depth");
    }

    @Test
    void refusesTypesWithoutAFormWhenTheFormIsMade() {
        assertThatThrownBy(() -> JsonRecord.of(OfClosed.class))
                .hasMessageContaining("to have UNKNOWN");
        assertThatThrownBy(() -> JsonRecord.of(OfObject.class))
                .hasMessageContaining("expected a type with a JSON form");
    }
}
