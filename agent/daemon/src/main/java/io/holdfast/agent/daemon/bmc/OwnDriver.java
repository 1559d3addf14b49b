package io.holdfast.agent.daemon.bmc;

import io.holdfast.agent.daemon.Means;
import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.ipmi.IpmiProbes;
import io.holdfast.agent.devices.ipmi.sdr.FileSdrCache;
import io.holdfast.core.component.HostId;
import java.nio.file.Path;
import java.time.Duration;

/** Opens the way to this machine's own BMC. */
public final class OwnDriver {

    /** The schedule keeps the interval; this keeps others from asking much more often. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    private OwnDriver() {}

    /**
     * A probe through a device file of the kernel's driver.
     *
     * @param records where its sensor records are kept, for the next start
     */
    public static Probe open(HostId host, String file, Path records, Means means) {
        return new IpmiProbes(
                        means.clock(),
                        means.ticker(),
                        means.pause()::forAtMost,
                        means.secrets(),
                        new FileSdrCache(records),
                        news -> {})
                .device(host, file, LEAST);
    }
}
