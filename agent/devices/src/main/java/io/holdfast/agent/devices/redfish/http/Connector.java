package io.holdfast.agent.devices.redfish.http;

/** The means to reach a BMC. */
@FunctionalInterface
public interface Connector {

    /**
     * Opens a connection.
     *
     * @throws HttpTrouble if it cannot be had by the deadline
     */
    Connection connect(Endpoint endpoint, Deadline deadline) throws HttpTrouble;
}
