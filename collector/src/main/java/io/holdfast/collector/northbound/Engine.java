package io.holdfast.collector.northbound;

import io.holdfast.collector.alerting.Facts;
import io.holdfast.collector.store.Store;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * This collector as an SNMPv3 engine (RFC 3411, section 5): an id for the life of its store, and a
 * count of starts that never falls.
 *
 * <p>The id is net-snmp's enterprise number, below which HOLDFAST-MIB is, and a text.
 */
final class Engine {

    private static final String NAME = "northbound.engine";
    private static final String BOOTS = "northbound.boots";
    private static final byte[] HEAD = HexFormat.of().parseHex("80001f8804");
    private static final int MOST_TEXT_BYTES = 27;

    private final Store store;
    private final byte[] id;

    private Engine(Store store, byte[] id) {
        this.store = store;
        this.id = id;
    }

    /**
     * The engine of a store.
     *
     * @param fresh makes a random name, used once in the life of a store
     */
    static Engine of(Store store, Supplier<String> fresh) {
        String name = Facts.get(store, NAME).orElseGet(() -> Facts.put(store, NAME, fresh.get()));
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream id = new ByteArrayOutputStream();
        id.writeBytes(HEAD);
        id.write(text, 0, Math.min(text.length, MOST_TEXT_BYTES));
        return new Engine(store, id.toByteArray());
    }

    /** Counts a start, and tells how many there were. */
    int start() {
        int boots = Facts.get(store, BOOTS).map(Integer::parseInt).orElse(0) + 1;
        return Facts.put(store, BOOTS, boots);
    }

    /** The id. */
    byte[] id() {
        return id.clone();
    }

    /** The id as receivers write it: {@code 0x80001f88...}. */
    String hex() {
        return "0x" + HexFormat.of().formatHex(id);
    }
}
