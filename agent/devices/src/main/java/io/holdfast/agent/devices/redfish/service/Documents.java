package io.holdfast.agent.devices.redfish.service;

/** The documents of one Redfish service. */
public interface Documents {

    /**
     * Asks for the document at a link, whose pointer is not looked at.
     *
     * @param expand whether what it contains is wanted in the same answer ({@code $expand}, DSP0266
     *     section 7.3.4); a service that cannot do that answers with links
     * @throws InterruptedException if the thread was interrupted
     */
    Fetched get(Link link, boolean expand) throws InterruptedException;
}
