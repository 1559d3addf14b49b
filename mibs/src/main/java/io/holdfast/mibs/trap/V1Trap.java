package io.holdfast.mibs.trap;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A trap of SNMPv1 and its translation (RFC 3584, section 3.1). */
public final class V1Trap {

    private static final Oid STANDARD = Oid.parse("1.3.6.1.6.3.1.1.5");
    private static final int ENTERPRISE_SPECIFIC = 6;

    private V1Trap() {}

    /**
     * The notification that a trap is.
     *
     * @param generic the generic-trap, 0 to 6; others are taken for enterprise-specific
     */
    public static Notification translate(
            Oid enterprise,
            int agent,
            int generic,
            int specific,
            long upTime,
            List<Binding> bindings) {
        List<Binding> all = new ArrayList<>(bindings);
        boolean told =
                bindings.stream()
                        .anyMatch(
                                b ->
                                        b.key()
                                                .number()
                                                .filter(Notification.ENTERPRISE::equals)
                                                .isPresent());
        if (!told) {
            Key key = new Key.Numbered(Notification.ENTERPRISE);
            all.add(new Binding(key, new Value.Name(enterprise)));
        }
        return new Notification(
                Notification.Form.V1_TRAP,
                new Key.Numbered(name(enterprise, generic, specific)),
                OptionalLong.of(upTime),
                Optional.of(agent),
                all);
    }

    private static Oid name(Oid enterprise, int generic, int specific) {
        if (generic >= 0 && generic < ENTERPRISE_SPECIFIC) {
            return STANDARD.child(generic + 1);
        }
        boolean fits = enterprise.length() + 2 <= Oid.MOST_ARCS;
        return (fits ? enterprise : enterprise.upTo(Oid.MOST_ARCS - 2)).child(0, specific);
    }
}
