package io.holdfast.mibs.trap;

import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Parsed;
import io.holdfast.config.yaml.ValueType;
import io.holdfast.mibs.object.Oid;

/** The kinds of value that only catalogue files have. */
final class TrapTypes {

    /** An identifier, quoted or not. */
    static final ValueType<Oid> OID = new OidType();

    private TrapTypes() {}

    private record OidType() implements ValueType<Oid> {

        @Override
        public String expected() {
            return "an object identifier such as 1.3.6.1.6.3.1.1.5.3";
        }

        @Override
        public Parsed<Oid> read(Node.Scalar scalar) {
            try {
                return new Parsed.Good<>(Oid.parse(scalar.text()));
            } catch (IllegalArgumentException e) {
                return Parsed.bad(expected(), scalar);
            }
        }
    }
}
