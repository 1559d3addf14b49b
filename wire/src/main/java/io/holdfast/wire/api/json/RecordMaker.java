package io.holdfast.wire.api.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** Calls the canonical constructor of a record with what was read. */
final class RecordMaker {

    private RecordMaker() {}

    static Object make(JsonParser in, Shape.Fields shape, Map<String, Object> found)
            throws IOException {
        Object[] arguments = new Object[shape.fields().size()];
        for (int i = 0; i < arguments.length; i++) {
            Field field = shape.fields().get(i);
            Object value = found.get(field.name());
            if (value == null) {
                value = field.shape().whenMissing().orElseThrow(() -> missing(in, field));
            }
            arguments[i] = value;
        }
        try {
            return shape.maker().newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw JsonMismatch.at(in, "a valid object", String.valueOf(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its constructor: " + shape.maker(), e);
        }
    }

    static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its constructor: " + type, e);
        }
    }

    private static JsonMismatch missing(JsonParser in, Field field) {
        return JsonMismatch.at(in, "a field " + field.name(), "none");
    }
}
