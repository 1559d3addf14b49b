package io.holdfast.agent.devices.smart;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.util.OptionalDouble;

/** What an NVMe disk tells in its SMART / Health Information log (NVMe 2.0, 5.16.1.3). */
final class NvmeFindings {

    private static final String LOG = "nvme_smart_health_information_log";

    /** One bit of the critical warning, in the order of the bits. */
    private enum Warning {
        SPARE(0, "available spare below its threshold", Health.DEGRADED),
        TEMPERATURE(1, "temperature beyond its threshold", Health.DEGRADED),
        RELIABILITY(2, "reliability degraded by errors of medium or inside", Health.DEGRADED),
        READ_ONLY(3, "the medium is read-only: it takes no more data", Health.FAILED),
        BACKUP(4, "the backup of the volatile memory has failed", Health.DEGRADED),
        PMR(5, "the persistent memory region is read-only or unreliable", Health.DEGRADED);

        private final int bit;
        private final String label;
        private final Health health;

        Warning(int bit, String label, Health health) {
            this.bit = bit;
            this.label = label;
            this.health = health;
        }
    }

    private NvmeFindings() {}

    static void read(Json root, Findings findings) {
        Json log = root.at(LOG);
        if (!log.present()) {
            return;
        }
        warnings(log, findings);
        spare(log, findings);
        OptionalDouble used = log.at("percentage_used").number();
        findings.reading("endurance_used", used, Unit.PERCENT, Limits.NONE);
        if (used.orElse(0) >= SmartLimits.ENDURANCE_USED_PERCENT) {
            findings.claim(
                    Health.DEGRADED,
                    LOG + ".percentage_used",
                    Findings.plain(used.getAsDouble()),
                    "the endurance that the maker promises is used up");
        }
        findings.countAbove(
                "media_errors",
                LOG + ".media_errors",
                log.at("media_errors").number(),
                SmartLimits.MEDIA_ERRORS,
                "data that could not be read or written without error");
        selfTest(root, findings);
    }

    private static void warnings(Json log, Findings findings) {
        long bits = log.at("critical_warning").whole().orElse(0);
        for (Warning warning : Warning.values()) {
            if ((bits >> warning.bit & 1) != 0) {
                findings.claim(
                        warning.health,
                        LOG + ".critical_warning",
                        "0x" + Long.toHexString(bits) + " bit " + warning.bit,
                        warning.label);
            }
        }
        long unknown = bits >> Warning.values().length;
        if (unknown > 0) {
            findings.claim(
                    Health.DEGRADED,
                    LOG + ".critical_warning",
                    "0x" + Long.toHexString(bits),
                    "a critical warning that this version does not know");
        }
    }

    private static void spare(Json log, Findings findings) {
        OptionalDouble spare = log.at("available_spare").number();
        OptionalDouble threshold = log.at("available_spare_threshold").number();
        Limits limits =
                new Limits(
                        OptionalDouble.empty(),
                        threshold.isPresent() && threshold.getAsDouble() > 0
                                ? threshold
                                : OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        findings.reading("available_spare", spare, Unit.PERCENT, limits);
        if (spare.isPresent() && spare.getAsDouble() < threshold.orElse(0)) {
            findings.claim(
                    Health.DEGRADED,
                    LOG + ".available_spare",
                    Findings.plain(spare.getAsDouble()),
                    "spare blocks below the threshold of "
                            + Findings.plain(threshold.orElse(0))
                            + " %");
        }
    }

    private static void selfTest(Json root, Findings findings) {
        root.at("nvme_self_test_log", "table").items().stream()
                .findFirst()
                .map(test -> test.at("self_test_result"))
                .filter(result -> failed(result.at("value").whole().orElse(0)))
                .ifPresent(
                        result ->
                                findings.claim(
                                        Health.DEGRADED,
                                        "nvme_self_test_log.table[0].self_test_result",
                                        result.at("string").textOrEmpty(),
                                        "the last self-test failed"));
    }

    /** Results 5 to 7 are failures; the others are passed, aborted or unused entries. */
    private static boolean failed(long result) {
        return result >= 5 && result <= 7;
    }
}
