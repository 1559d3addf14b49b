package io.holdfast.wire.stream;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.redundancy.GroupId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts what could not be taken as it came, while one message is read; for one thread. */
final class Misreads {

    private final Map<Misread, Integer> counts = new EnumMap<>(Misread.class);

    /** No longer than the message, whose size has a limit. */
    private final Map<String, ComponentId> components = new HashMap<>();

    void note(Misread reason) {
        counts.merge(reason, 1, Integer::sum);
    }

    <T> Decoded<T> understood(T message) {
        return new Decoded.Understood<>(message, counts);
    }

    <T> Optional<T> none(Misread reason) {
        note(reason);
        return Optional.empty();
    }

    Optional<HostId> host(String text) {
        try {
            return Optional.of(HostId.parse(text));
        } catch (IllegalArgumentException e) {
            return none(Misread.BAD_HOST);
        }
    }

    /** The component of this text; a message that names it again gets the same one. */
    Optional<ComponentId> component(String text) {
        ComponentId known = components.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            ComponentId parsed = ComponentId.parse(text);
            components.put(text, parsed);
            return Optional.of(parsed);
        } catch (IllegalArgumentException e) {
            return none(isOfUnknownKind(text) ? Misread.UNKNOWN_KIND : Misread.BAD_ID);
        }
    }

    Optional<GroupId> group(String text) {
        try {
            return Optional.of(GroupId.parse(text));
        } catch (IllegalArgumentException e) {
            return none(Misread.BAD_ID);
        }
    }

    Optional<Kind> kind(String word) {
        Optional<Kind> kind = Kind.ofWord(word);
        return kind.isPresent() ? kind : none(Misread.UNKNOWN_KIND);
    }

    private static boolean isOfUnknownKind(String text) {
        String[] parts = text.split("/", 4);
        int colon = parts.length == 4 ? parts[3].indexOf(':') : -1;
        return colon > 0 && Kind.ofWord(parts[3].substring(0, colon)).isEmpty();
    }
}
