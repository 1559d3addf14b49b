package io.holdfast.collector.ingest;

import java.util.Properties;

/** What the network library must not look for by itself; to be set before it is used. */
final class NettyMeans {

    private static final String SHADED = "io.grpc.netty.shaded.io.netty.";

    /** Names this process in ids of channels, which stay inside it; a local address (IEEE 802). */
    private static final String MACHINE = "02:00:00:00:00:00";

    private NettyMeans() {}

    /** Sets it for this process. */
    static void set() {
        set(System.getProperties());
    }

    /** Sets it where nothing else is said already. */
    static void set(Properties properties) {
        // gRPC looks for the native transport even where it is told not to use it, and unpacks it.
        properties.setProperty(SHADED + "transport.noNative", "true");
        // Otherwise it looks for a network card, and warns of a machine that has none.
        properties.putIfAbsent(SHADED + "machineId", MACHINE);
    }
}
