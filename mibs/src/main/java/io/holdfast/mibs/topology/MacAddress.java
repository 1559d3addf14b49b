package io.holdfast.mibs.topology;

import io.holdfast.mibs.object.Oid;
import java.util.HexFormat;
import java.util.Optional;

/** MAC addresses as the last arcs of an index. */
final class MacAddress {

    static final int BYTES = 6;

    private static final long MOST = 0xff;

    private MacAddress() {}

    /** The address in the last six arcs, as {@code aa:bb:cc:dd:ee:ff}. */
    static Optional<String> of(Oid index) {
        if (index.length() < BYTES) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            long arc = index.arc(index.length() - BYTES + i);
            if (arc > MOST) {
                return Optional.empty();
            }
            bytes[i] = (byte) arc;
        }
        return Optional.of(HexFormat.ofDelimiter(":").formatHex(bytes));
    }
}
