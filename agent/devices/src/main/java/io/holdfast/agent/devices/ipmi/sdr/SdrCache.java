package io.holdfast.agent.devices.ipmi.sdr;

import java.util.Optional;

/** Keeps records between looks, because a BMC needs seconds to tell them all. */
public interface SdrCache {

    /** The records of this BMC, if they are still those of this state. */
    Optional<Repository> get(String bmc, RepositoryInfo info);

    void put(String bmc, Repository repository);
}
