package io.holdfast.wire.api.json;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The optional types of the platform, which have no type in common. */
enum Missable {
    OBJECT,
    INT,
    LONG,
    DOUBLE;

    Object empty() {
        return switch (this) {
            case OBJECT -> Optional.empty();
            case INT -> OptionalInt.empty();
            case LONG -> OptionalLong.empty();
            case DOUBLE -> OptionalDouble.empty();
        };
    }

    Object of(Object content) {
        return switch (this) {
            case OBJECT -> Optional.of(content);
            case INT -> OptionalInt.of((Integer) content);
            case LONG -> OptionalLong.of((Long) content);
            case DOUBLE -> OptionalDouble.of((Double) content);
        };
    }

    Optional<Object> content(Object optional) {
        if (optional.equals(empty())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case OBJECT -> ((Optional<?>) optional).orElseThrow();
                    case INT -> ((OptionalInt) optional).getAsInt();
                    case LONG -> ((OptionalLong) optional).getAsLong();
                    case DOUBLE -> ((OptionalDouble) optional).getAsDouble();
                });
    }
}
