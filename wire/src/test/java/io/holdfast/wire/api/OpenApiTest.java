package io.holdfast.wire.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.wire.api.json.Field;
import io.holdfast.wire.api.json.JsonRecord;
import io.holdfast.wire.api.json.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the description against the records, field by field, both ways. */
class OpenApiTest {

    private static final String SCHEMAS = "#/components/schemas/";

    /** Every record that travels by itself; those inside are found from here. */
    private static final List<Class<? extends Record>> TOP =
            List.of(
                    Report.class,
                    HostReport.class,
                    InventoryReport.class,
                    AcceptRequest.class,
                    AcceptResult.class,
                    EventPage.class,
                    AgentList.class,
                    DeviceList.class,
                    TopologyReport.class,
                    SpofList.class,
                    WhatIfReport.class,
                    RevokeRequest.class,
                    RevokeResult.class,
                    RetireRequest.class,
                    RetireResult.class,
                    TokenRequest.class,
                    TokenReport.class,
                    TokenList.class,
                    IdentityRequest.class,
                    IdentityReport.class,
                    IdentityRevokeRequest.class,
                    IdentityRevokeResult.class,
                    BackupRequest.class,
                    BackupResult.class,
                    MailTestResult.class,
                    TrapTestResult.class,
                    ActList.class,
                    CollectorHealth.class,
                    ErrorReport.class);

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object yaml) {
        assertThat(yaml).isInstanceOf(Map.class);
        return (Map<String, Object>) yaml;
    }

    private static Object at(Object yaml, String... path) {
        Object here = yaml;
        for (String key : path) {
            assertThat(map(here)).as(String.join("/", path)).containsKey(key);
            here = map(here).getOrDefault(key, "");
        }
        return here;
    }

    private static Object description() {
        return new Load(LoadSettings.builder().build()).loadFromString(OpenApi.text());
    }

    @Test
    void everySchemaIsARecordOrAWordAndTheOtherWayRound() {
        Map<String, Object> expected = new TreeMap<>();
        TOP.forEach(type -> describe(JsonRecord.of(type).shape(), expected));
        Map<String, Object> found = map(at(description(), "components", "schemas"));
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach(
                (name, schema) ->
                        assertThat(bare(found.getOrDefault(name, ""))).as(name).isEqualTo(schema));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Object description = description();
        String text = OpenApi.text();
        var references = java.util.regex.Pattern.compile("\\$ref: '#/([^']+)'").matcher(text);
        int count = 0;
        while (references.find()) {
            assertThat(at(description, references.group(1).split("/", -1))).isNotEqualTo("");
            count++;
        }
        assertThat(count).isGreaterThan(30);
    }

    /** What the description ought to say of a shape, noting the schemas that it refers to. */
    private static Object describe(Shape shape, Map<String, Object> schemas) {
        return switch (shape) {
            case Shape.Single(var scalar) ->
                    switch (scalar) {
                        case TEXT, BOOLEAN -> Map.of("type", scalar.openApiType());
                        case INSTANT -> Map.of("type", "string", "format", "date-time");
                        case INT -> Map.of("type", "integer", "format", "int32");
                        case LONG -> Map.of("type", "integer", "format", "int64");
                        case DOUBLE -> Map.of("type", "number", "format", "double");
                    };
            case Shape.Word word -> {
                Class<?> type = word.words().values().iterator().next().getDeclaringClass();
                schemas.put(
                        name(type),
                        Map.of("type", "string", "enum", List.copyOf(word.words().keySet())));
                yield reference(type);
            }
            case Shape.Maybe maybe -> describe(maybe.shape(), schemas);
            case Shape.Items items ->
                    Map.of("type", "array", "items", describe(items.item(), schemas));
            case Shape.Entries entries ->
                    Map.of(
                            "type",
                            "object",
                            "additionalProperties",
                            describe(entries.value(), schemas));
            case Shape.Fields fields -> {
                Map<String, Object> properties = new TreeMap<>();
                for (Field field : fields.fields()) {
                    properties.put(field.name(), describe(field.shape(), schemas));
                }
                Class<?> type = fields.maker().getDeclaringClass();
                List<String> required = required(fields);
                schemas.put(
                        name(type),
                        required.isEmpty()
                                ? Map.of("type", "object", "properties", properties)
                                : Map.of(
                                        "type",
                                        "object",
                                        "required",
                                        required,
                                        "properties",
                                        properties));
                yield reference(type);
            }
        };
    }

    /** Of an answer, all that is always written; of a request, all that must be sent. */
    private static List<String> required(Shape.Fields fields) {
        boolean request = fields.maker().getDeclaringClass().getSimpleName().endsWith("Request");
        return fields.fields().stream()
                .filter(
                        field ->
                                request
                                        ? field.shape().whenMissing().isEmpty()
                                        : !(field.shape() instanceof Shape.Maybe))
                .map(Field::name)
                .toList();
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return (outer == null ? "" : outer.getSimpleName()) + type.getSimpleName();
    }

    private static Object reference(Class<?> type) {
        return Map.of("$ref", SCHEMAS + name(type));
    }

    /** The schema without what is for people. */
    private static Object bare(Object yaml) {
        if (yaml instanceof List<?> list) {
            return list.stream().map(OpenApiTest::bare).toList();
        }
        if (!(yaml instanceof Map<?, ?> map)) {
            return yaml;
        }
        Map<String, Object> bare = new TreeMap<>();
        map.forEach(
                (key, value) -> {
                    boolean words = key.equals("description") && value instanceof String;
                    if (!words) {
                        bare.put(String.valueOf(key), bare(value));
                    }
                });
        return bare;
    }
}
