package io.holdfast.mibs.topology;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Variables;
import java.util.Optional;

/**
 * What the switch calls its ports (IF-MIB).
 *
 * @param said all that it said
 */
record Ports(Variables said) {

    /** ifDescr. */
    static final Oid DESCR = Oid.parse("1.3.6.1.2.1.2.2.1.2");

    /** ifName. */
    static final Oid NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1");

    /** The port's name, as the component of the same port is called; empty where it has none. */
    Optional<String> name(long ifIndex) {
        Oid index = Oid.of((int) ifIndex);
        return Column.text(said, NAME, index).or(() -> Column.text(said, DESCR, index));
    }
}
