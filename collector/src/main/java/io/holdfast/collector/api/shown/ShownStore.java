package io.holdfast.collector.api.shown;

import io.holdfast.collector.view.StoreHealth;
import io.holdfast.wire.api.CollectorHealth;
import io.holdfast.wire.api.Status;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The collector's store as clients see it. */
public final class ShownStore {

    private static final String NAME = "store";

    private ShownStore() {}

    /**
     * Whether it can be written.
     *
     * @param crowding what is wrong where something else fills its disk
     */
    public static CollectorHealth.Check check(
            StoreHealth store, Optional<StoreHealth.Trouble> crowding) {
        return store.trouble()
                .map(trouble -> broken(trouble, store))
                .or(() -> crowding.map(ShownStore::crowded))
                .orElseGet(
                        () ->
                                new CollectorHealth.Check(
                                        NAME,
                                        Status.OK,
                                        "writes, " + store.bytes() + " bytes",
                                        ""));
    }

    private static CollectorHealth.Check crowded(StoreHealth.Trouble crowding) {
        return new CollectorHealth.Check(NAME, Status.WARNING, crowding.what(), crowding.remedy());
    }

    /** Critical, because nobody hears of the next loss: mails too are made in the store. */
    private static CollectorHealth.Check broken(StoreHealth.Trouble trouble, StoreHealth store) {
        String since =
                store.since().map(at -> " since " + at.truncatedTo(ChronoUnit.SECONDS)).orElse("");
        return new CollectorHealth.Check(
                NAME,
                Status.CRITICAL,
                "cannot be written"
                        + since
                        + ": "
                        + trouble.what()
                        + "; agents keep their changes, and no mail or trap is sent until it can",
                trouble.remedy());
    }
}
