package io.holdfast.agent.devices.redfish;

import io.holdfast.agent.devices.redfish.http.Connector;
import io.holdfast.agent.devices.redfish.http.Endpoint;
import io.holdfast.agent.devices.redfish.http.HttpClient;
import io.holdfast.agent.devices.redfish.http.Trust;
import io.holdfast.agent.devices.redfish.service.Pause;
import io.holdfast.agent.devices.redfish.service.ServiceClient;
import io.holdfast.agent.devices.redfish.service.ServiceLimits;
import io.holdfast.agent.devices.redfish.service.SessionKeeper;
import io.holdfast.core.time.Ticker;

/**
 * How a BMC is reached.
 *
 * @param endpoint where it listens
 * @param login who we are for it
 * @param trust by what its certificate is known
 * @param connector the means to connect, which trusts in the same way
 * @param limits how much is asked of it
 * @param ticker measures deadlines and gaps
 * @param pause the means to wait
 */
public record Access(
        Endpoint endpoint,
        Login login,
        Trust trust,
        Connector connector,
        ServiceLimits limits,
        Ticker ticker,
        Pause pause) {

    /** A client with sessions of its own. */
    public ServiceClient client(SessionKeeper sessions) {
        HttpClient http = new HttpClient(endpoint, connector, limits.bodyBytes());
        return new ServiceClient(http, sessions, limits, ticker, pause);
    }
}
