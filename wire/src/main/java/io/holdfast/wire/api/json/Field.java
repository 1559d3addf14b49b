package io.holdfast.wire.api.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Locale;

/**
 * One field of a record's object.
 *
 * @param name its name in JSON
 * @param shape its value's shape
 * @param accessor gives the value of a record
 */
public record Field(String name, Shape shape, Method accessor) {

    static Field of(RecordComponent component) {
        return new Field(
                snakeCase(component.getName()),
                Shapes.of(component.getGenericType()),
                component.getAccessor());
    }

    Object of(Object owner) {
        try {
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor does not fail: " + accessor, e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
