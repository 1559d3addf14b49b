package io.holdfast.agent.devices.smart;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.core.observation.Health;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an ATA disk tells: attributes, error log and self-test log.
 *
 * <p>Which attribute number means what is the maker's choice, so a raw value is believed only where
 * smartctl's drive database also gives it the expected name.
 */
final class AtaFindings {

    /** The logs keep hours of operation in 16 bits (ATA8-ACS, A.5 and A.19). */
    private static final long LOG_HOURS_WRAP = 65_536;

    /** A raw value that counts lost sectors. */
    private record Counter(int id, String nameHolds, String reading, double limit, String label) {}

    private static final Counter[] COUNTERS = {
        new Counter(
                5,
                "Realloc",
                "reallocated_sectors",
                SmartLimits.REALLOCATED,
                "sectors replaced by spare ones"),
        new Counter(
                187,
                "Uncorrect",
                "reported_uncorrectable",
                SmartLimits.UNCORRECTED,
                "errors that could not be corrected"),
        new Counter(
                197,
                "Pending_Sector",
                "pending_sectors",
                SmartLimits.PENDING,
                "unreadable sectors waiting to be replaced"),
        new Counter(
                198,
                "Uncorrect",
                "offline_uncorrectable",
                SmartLimits.OFFLINE_UNCORRECTABLE,
                "sectors that a scan could not read"),
        new Counter(199, "CRC", "crc_errors", Double.MAX_VALUE, "errors on the cable"),
    };

    private AtaFindings() {}

    static void read(Json root, Findings findings) {
        for (Json attribute : root.at("ata_smart_attributes", "table").items()) {
            threshold(attribute, findings);
            counter(attribute, findings);
        }
        errorLog(root, findings);
        selfTests(root, findings);
    }

    private static void threshold(Json attribute, Findings findings) {
        OptionalLong value = attribute.at("value").whole();
        OptionalLong threshold = attribute.at("thresh").whole();
        if (value.isEmpty() || threshold.isEmpty() || threshold.getAsLong() <= 0) {
            return;
        }
        if (value.getAsLong() <= threshold.getAsLong()) {
            boolean prefail = attribute.at("flags", "prefailure").isTrue();
            findings.claim(
                    Health.DEGRADED,
                    key(attribute) + ".value",
                    value.getAsLong() + " (threshold " + threshold.getAsLong() + ")",
                    prefail
                            ? "pre-failure attribute at its threshold: the disk will fail soon"
                            : "attribute at its threshold: the disk is worn out or overstrained");
        }
    }

    private static void counter(Json attribute, Findings findings) {
        long id = attribute.at("id").whole().orElse(-1);
        String name = attribute.at("name").textOrEmpty();
        for (Counter counter : COUNTERS) {
            if (counter.id() == id && name.contains(counter.nameHolds())) {
                findings.countAbove(
                        counter.reading(),
                        key(attribute) + ".raw",
                        rawCount(attribute.at("raw")),
                        counter.limit(),
                        counter.label());
            }
        }
    }

    /** The count in a raw value; some makers pack further counts into its upper words. */
    private static OptionalDouble rawCount(Json raw) {
        String shown = raw.at("string").textOrEmpty();
        int packed = shown.indexOf(" (");
        return packed > 0
                ? new Json.Text(shown.substring(0, packed)).number()
                : raw.at("value").number();
    }

    private static String key(Json attribute) {
        return "ata_smart_attributes["
                + attribute.at("id").textOrEmpty()
                + " "
                + attribute.at("name").textOrEmpty()
                + "]";
    }

    private static void errorLog(Json root, Findings findings) {
        OptionalLong now = root.at("power_on_time", "hours").whole();
        for (String part : new String[] {"extended", "summary"}) {
            Json log = root.at("ata_smart_error_log", part);
            OptionalLong last =
                    log.at("table").items().stream()
                            .map(entry -> entry.at("lifetime_hours").whole())
                            .filter(OptionalLong::isPresent)
                            .mapToLong(OptionalLong::getAsLong)
                            .findFirst();
            if (now.isEmpty() || last.isEmpty()) {
                continue;
            }
            long ageHours = Math.floorMod(now.getAsLong() - last.getAsLong(), LOG_HOURS_WRAP);
            if (ageHours <= SmartLimits.RECENT_ERROR_HOURS) {
                findings.claim(
                        Health.DEGRADED,
                        "ata_smart_error_log." + part + ".count",
                        log.at("count").textOrEmpty(),
                        "errors in the disk's log, the last "
                                + ageHours
                                + " h of operation ago: "
                                + log.at("table")
                                        .items()
                                        .getFirst()
                                        .at("error_description")
                                        .textOrEmpty());
            }
            return;
        }
    }

    private static void selfTests(Json root, Findings findings) {
        for (String part : new String[] {"extended", "standard"}) {
            Json log = root.at("ata_smart_self_test_log", part);
            long failed = log.at("error_count_total").whole().orElse(0);
            // Failures that a later full test has disproved.
            long outdated = log.at("error_count_outdated").whole().orElse(0);
            if (failed > outdated) {
                findings.claim(
                        Health.DEGRADED,
                        "ata_smart_self_test_log." + part + ".error_count_total",
                        Long.toString(failed),
                        "failed self-tests that no full test has disproved since");
                return;
            }
        }
        Json status = root.at("ata_smart_data", "self_test", "status");
        if (status.at("passed").isFalse()) {
            findings.claim(
                    Health.DEGRADED,
                    "ata_smart_data.self_test.status",
                    status.at("string").textOrEmpty(),
                    "the last self-test failed");
        }
    }
}
