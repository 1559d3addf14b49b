package io.holdfast.agent.devices.linux.net;

import java.util.OptionalInt;

/** What the two ends of a link offered each other before they agreed on a speed. */
@FunctionalInterface
public interface LinkOffers {

    /** Nobody tells. */
    LinkOffers UNKNOWN = _ -> OptionalInt.empty();

    /**
     * The best speed in Mbit/s that both ends offered; empty where they did not negotiate or the
     * driver does not tell.
     */
    OptionalInt best(String nic);
}
