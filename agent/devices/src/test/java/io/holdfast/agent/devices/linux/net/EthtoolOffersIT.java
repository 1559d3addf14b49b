package io.holdfast.agent.devices.linux.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The question to the running kernel, which has a loopback interface everywhere. */
final class EthtoolOffersIT {

    @Test
    void anInterfaceThatNegotiatesNothingOffersNothing() {
        EthtoolOffers offers = new EthtoolOffers();
        assertThat(offers.best("lo")).isEmpty();
        assertThat(offers.best("no-such-nic")).isEmpty();
    }
}
