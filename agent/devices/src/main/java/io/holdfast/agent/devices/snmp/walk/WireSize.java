package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.agent.devices.snmp.exchange.Binding;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;

/** How many bytes a binding takes in a message (BER, RFC 3417, section 8), give or take a few. */
final class WireSize {

    /** Tags and lengths of the sequence, the name and the value. */
    private static final int HEADERS = 6;

    private static final int NUMBER = 4;
    private static final int LONG_NUMBER = 8;
    private static final int BITS_OF_A_BYTE = 7;

    private WireSize() {}

    static int of(Binding binding) {
        return HEADERS + of(binding.name()) + of(binding.value());
    }

    private static int of(Oid name) {
        int bytes = 0;
        for (int i = 0; i < name.length(); i++) {
            for (long arc = name.arc(i); arc > 0; arc >>= BITS_OF_A_BYTE) {
                bytes++;
            }
        }
        return bytes;
    }

    private static int of(Value value) {
        return switch (value) {
            case Value.Octets octets -> octets.bytes().length;
            case Value.Name name -> of(name.value());
            case Value.Whole whole -> NUMBER;
            case Value.Unsigned unsigned -> NUMBER;
            case Value.Counter64 counter -> LONG_NUMBER;
            case Value.Address address -> NUMBER;
            case Value.Missing missing -> 0;
        };
    }
}
