package io.holdfast.wire.api.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;

/** Finds the shape of a Java type. */
final class Shapes {

    private Shapes() {}

    /**
     * The shape of this type.
     *
     * @throws IllegalArgumentException if the type has no JSON form
     */
    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            throw noForm(type);
        }
        if (plain.isEnum()) {
            return Shape.Word.of(plain);
        }
        if (plain.isRecord()) {
            return Shape.Fields.of(plain);
        }
        if (plain == OptionalInt.class) {
            return new Shape.Maybe(new Shape.Single(Scalar.INT), Missable.INT);
        }
        if (plain == OptionalLong.class) {
            return new Shape.Maybe(new Shape.Single(Scalar.LONG), Missable.LONG);
        }
        if (plain == OptionalDouble.class) {
            return new Shape.Maybe(new Shape.Single(Scalar.DOUBLE), Missable.DOUBLE);
        }
        return new Shape.Single(Scalar.of(plain).orElseThrow(() -> noForm(type)));
    }

    private static Shape ofGeneric(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Type raw = type.getRawType();
        if (raw == Optional.class) {
            return new Shape.Maybe(of(arguments[0]), Missable.OBJECT);
        }
        if (raw == List.class) {
            return new Shape.Items(of(arguments[0]));
        }
        if (raw == SortedMap.class && arguments[0] == String.class) {
            return new Shape.Entries(of(arguments[1]));
        }
        throw noForm(type);
    }

    private static IllegalArgumentException noForm(Type type) {
        return new IllegalArgumentException("expected a type with a JSON form, found " + type);
    }
}
