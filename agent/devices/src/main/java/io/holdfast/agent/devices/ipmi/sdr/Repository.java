package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Octets;
import java.util.List;

/**
 * All records of a BMC, as they came.
 *
 * @param info the repository's state when they were read
 * @param raw the records
 */
public record Repository(RepositoryInfo info, List<Octets> raw) {

    /** The largest repository that the record numbers allow is far smaller in practice. */
    public static final int MOST_RECORDS = 4096;

    public Repository {
        raw = List.copyOf(raw);
    }
}
