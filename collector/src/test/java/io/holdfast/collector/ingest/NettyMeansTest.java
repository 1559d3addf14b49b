package io.holdfast.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.netty.shaded.io.netty.util.internal.MacAddressUtil;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class NettyMeansTest {

    private static final String MACHINE = "io.grpc.netty.shaded.io.netty.machineId";

    @Test
    void aMachineWithoutANetworkCardIsNamedAllTheSame() {
        Properties properties = new Properties();
        NettyMeans.set(properties);
        assertThat(MacAddressUtil.parseMAC(properties.getProperty(MACHINE)))
                .containsExactly(2, 0, 0, 0, 0, 0);
        assertThat(properties)
                .containsEntry("io.grpc.netty.shaded.io.netty.transport.noNative", "true");
    }

    @Test
    void whatTheOperatorSaysStays() {
        Properties properties = new Properties();
        properties.setProperty(MACHINE, "02:00:00:00:00:07");
        NettyMeans.set(properties);
        assertThat(properties).containsEntry(MACHINE, "02:00:00:00:00:07");
    }
}
