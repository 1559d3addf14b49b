package io.holdfast.collector.deadman;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The means to fetch an address of the web, of which only the success is wanted. */
interface Fetch extends AutoCloseable {

    /**
     * Fetches it.
     *
     * @param patience how long it may take as a whole
     * @return what went wrong, without the address, which may carry a secret; empty for success
     */
    Optional<String> fetch(URI url, Duration patience) throws InterruptedException;

    @Override
    void close();
}
