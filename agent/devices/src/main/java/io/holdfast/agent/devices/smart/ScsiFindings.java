package io.holdfast.agent.devices.smart;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.util.OptionalDouble;

/** What a SAS or SCSI disk tells: defects, error counters, self-tests (SPC-4, SBC-3 log pages). */
final class ScsiFindings {

    private static final String WEAR = "scsi_percentage_used_endurance_indicator";

    private ScsiFindings() {}

    static void read(Json root, Findings findings) {
        findings.countAbove(
                "grown_defects",
                "scsi_grown_defect_list",
                root.at("scsi_grown_defect_list").number(),
                SmartLimits.GROWN_DEFECTS,
                "defects found since the disk left the factory");
        for (String way : new String[] {"read", "write", "verify"}) {
            findings.countAbove(
                    way + "_uncorrected",
                    "scsi_error_counter_log." + way + ".total_uncorrected_errors",
                    root.at("scsi_error_counter_log", way, "total_uncorrected_errors").number(),
                    SmartLimits.UNCORRECTED,
                    "errors that could not be corrected (" + way + ")");
        }
        OptionalDouble used = root.at(WEAR).number();
        findings.reading("endurance_used", used, Unit.PERCENT, Limits.NONE);
        if (used.orElse(0) >= SmartLimits.ENDURANCE_USED_PERCENT) {
            findings.claim(
                    Health.DEGRADED,
                    WEAR,
                    Findings.plain(used.getAsDouble()),
                    "the endurance that the maker promises is used up");
        }
        Json result = root.at("scsi_self_test_0", "result");
        if (failed(result.at("value").whole().orElse(0))) {
            findings.claim(
                    Health.DEGRADED,
                    "scsi_self_test_0.result",
                    result.at("string").textOrEmpty(),
                    "the last self-test failed");
        }
    }

    /** Results 3 to 7 are failures (SPC-4, 7.3.19); 1 and 2 are aborted, 15 is running. */
    private static boolean failed(long result) {
        return result >= 3 && result <= 7;
    }
}
