package io.holdfast.wire.api;

import java.util.List;

/**
 * What became of a test notification to each receiver of traps.
 *
 * @param engineId the collector's SNMPv3 engine id, which a receiver of SNMPv3 traps has to know
 * @param receivers the receivers, as configured
 */
public record TrapTestResult(String engineId, List<Receiver> receivers) {

    public TrapTestResult {
        receivers = List.copyOf(receivers);
    }

    /**
     * One receiver.
     *
     * @param to where it is, as {@code host:port}
     * @param version how it is spoken to, {@code 2c} or {@code 3}
     * @param inform whether it acknowledges
     * @param accepted whether it acknowledged, or whether the trap went out
     * @param detail what happened
     * @param remedy what to do; empty where it was accepted
     */
    public record Receiver(
            String to,
            String version,
            boolean inform,
            boolean accepted,
            String detail,
            String remedy) {}
}
