package io.holdfast.mibs.trap;

import io.holdfast.core.component.Kind;
import io.holdfast.mibs.object.Oid;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the catalogue knows of one notification.
 *
 * @param oid its name in numbers, as RFC 3584 has it
 * @param module the MIB module that defines it
 * @param name its name there
 * @param kind of what kind the part is
 * @param part how the part's name is made; none where the device as a whole is meant
 * @param reading what it says where no case holds
 * @param of the object whose value makes the cases; empty for none
 * @param cases what single values of that object say, by number, identifier or word
 * @param clears the notifications whose trouble this one ends, of the same module
 */
record TrapRule(
        Oid oid,
        String module,
        String name,
        Kind kind,
        NameText part,
        Reading reading,
        Optional<String> of,
        Map<String, Reading> cases,
        Set<String> clears) {

    TrapRule {
        cases = Map.copyOf(new TreeMap<>(cases));
        clears = Set.copyOf(clears);
    }

    /** As it is usually written: {@code IF-MIB::linkDown}. */
    String fullName() {
        return module + "::" + name;
    }
}
