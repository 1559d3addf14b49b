package io.holdfast.config.agent;

import java.time.Duration;

/**
 * A group of probes that share a rhythm.
 *
 * <p>The word in configuration is the name in lower case.
 */
public enum ProbeFamily {
    /** NICs and bonds; kernel events come at once, this poll is the safety net. */
    NET(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(2)),
    /** Arrays, multipath and disks as the kernel shows them. */
    STORAGE(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10)),
    /** The disks' own diagnosis; asking more often keeps disks from sleeping. */
    SMART(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(2)),
    /** Fans, temperatures and voltages of the hardware monitor. */
    HWMON(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(5)),
    /** Power supplies and batteries that the kernel lists. */
    POWER(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(5)),
    /** Memory error counters. */
    EDAC(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(5)),
    /** PCI Express error counters. */
    PCI(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(5)),
    /** Identity and load of the machine itself. */
    HOST(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10)),
    /** The machine's own management controller, whose first look reads every sensor's record. */
    BMC(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofSeconds(45));

    private final Duration least;
    private final Duration every;
    private final Duration deadline;

    ProbeFamily(Duration least, Duration every, Duration deadline) {
        this.least = least;
        this.every = every;
        this.deadline = deadline;
    }

    /** The shortest interval that does no harm. */
    public Duration least() {
        return least;
    }

    /** What holds where the configuration says nothing. */
    public ProbeSettings normal() {
        return new ProbeSettings(true, every, deadline);
    }
}
