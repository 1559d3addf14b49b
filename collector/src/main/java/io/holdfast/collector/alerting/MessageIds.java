package io.holdfast.collector.alerting;

import io.holdfast.collector.store.Store;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Makes Message-IDs (RFC 5322, section 3.6.4) that only this collector's store can have made.
 *
 * @param instance what tells this store from every other
 * @param domain the domain of the sender
 */
record MessageIds(String instance, String domain) {

    private static final String INSTANCE = "alerting.instance";

    /**
     * The ids of a store.
     *
     * @param fresh makes a random name, used once in the life of a store
     */
    static MessageIds of(Store store, String from, Supplier<String> fresh) {
        String instance =
                Facts.get(store, INSTANCE).orElseGet(() -> Facts.put(store, INSTANCE, fresh.get()));
        return new MessageIds(instance, from.substring(from.lastIndexOf('@') + 1));
    }

    /** The id of an event's mail: the same whenever it is made. */
    String ofEvent(long event, int index) {
        return id("event-" + event + "-" + index);
    }

    /** The id of a test mail. */
    String ofTest(Instant at) {
        return id("test-" + at.toEpochMilli());
    }

    private String id(String name) {
        return "<" + name + "." + instance + "@" + domain + ">";
    }
}
