package io.holdfast.agent.devices.smart;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmartctlDecoderTest {

    @Test
    void theQuestionNeverWakesADiskAndNamesTheOneBehindAController() {
        assertThat(new SmartTarget("/dev/sda", "").ask().line())
                .isEqualTo("smartctl -j -n standby,3 -a /dev/sda");
        assertThat(new SmartTarget("/dev/bus/0", "megaraid,8").ask().line())
                .isEqualTo("smartctl -j -n standby,3 -a -d megaraid,8 /dev/bus/0");
    }

    @Test
    void aSleepingDiskIsAsleepByStatusOrByMessage() {
        assertThat(SmartctlDecoder.decode("", 3, "{\"smartctl\":{}}"))
                .isInstanceOf(SmartAnswer.Asleep.class);
        assertThat(SmartctlDecoder.decode("", 2, message("Device is in STANDBY mode, exit(2)")))
                .isInstanceOf(SmartAnswer.Asleep.class);
    }

    @Test
    void aRefusalNamesThePrivilegeThatHelps() {
        SmartAnswer answer =
                SmartctlDecoder.decode(
                        "", 2, message("Smartctl open device: /dev/sda failed: Permission denied"));
        assertThat(silence(answer).cause()).isEqualTo(Silence.Cause.NOT_PERMITTED);
        assertThat(silence(answer).remedy()).contains("root", "CAP_SYS_RAWIO", "CAP_SYS_ADMIN");
    }

    @Test
    void anOldSmartctlWithoutJsonIsNotUnderstood() {
        SmartAnswer answer = SmartctlDecoder.decode("", 1, "smartctl 6.6: invalid option -- 'j'");
        assertThat(silence(answer).cause()).isEqualTo(Silence.Cause.NOT_UNDERSTOOD);
        assertThat(silence(answer).remedy()).contains("7.0");
    }

    @ParameterizedTest
    @CsvSource({
        "1, DEGRADED, spare",
        "2, DEGRADED, temperature",
        "4, DEGRADED, reliability",
        "8, FAILED, read-only",
        "16, DEGRADED, backup",
        "32, DEGRADED, persistent memory",
        "64, DEGRADED, does not know",
        "12, FAILED, read-only"
    })
    void everyCriticalWarningOfNvmeHasItsName(int bits, Health health, String word) {
        SmartAnswer.Verdict verdict =
                verdict(
                        """
                        {"device": {"name": "/dev/nvme0"},
                         "smart_status": {"passed": false},
                         "nvme_smart_health_information_log": {"critical_warning": %d}}
                        """,
                        bits);
        assertThat(verdict.health()).isEqualTo(health);
        assertThat(verdict.evidence().getFirst().label()).contains(word);
    }

    @Test
    void nvmeWearAndSpareAreJudgedByTheDisksOwnThreshold() {
        SmartAnswer.Verdict verdict =
                verdict(
                        """
                        {"device": {},
                         "smart_status": {"passed": true},
                         "nvme_smart_health_information_log": {"critical_warning": 0,
                          "percentage_used": 100, "available_spare": 4,
                          "available_spare_threshold": 5, "media_errors": 0}}
                        """);
        assertThat(verdict.health()).isEqualTo(Health.DEGRADED);
        assertThat(verdict.evidence()).extracting(Evidence::value).containsExactly("4", "100");
        assertThat(verdict.readings())
                .extracting(Reading::name)
                .contains("available_spare", "endurance_used", "media_errors");
    }

    @Test
    void aSasDiskInFailurePredictionHasFailedByItsOwnWord() {
        SmartAnswer.Verdict verdict =
                verdict(
                        """
                        {"device": {"protocol": "SCSI"},
                         "smart_status": {"passed": false, "scsi": {"asc": 93, "ascq": 16,
                          "ie_string": "HARDWARE IMPENDING FAILURE GENERAL HARD DRIVE FAILURE"}},
                         "scsi_error_counter_log": {"read": {"total_uncorrected_errors": 2}}}
                        """);
        assertThat(verdict.health()).isEqualTo(Health.FAILED);
        assertThat(verdict.evidence().getFirst().label()).contains("IMPENDING FAILURE");
        assertThat(verdict.evidence().get(1).key()).contains("read.total_uncorrected_errors");
    }

    @Test
    void anAttributeAtItsThresholdDegradesAndOneThatWasThereOnceDoesNot() {
        String attributes =
                """
                {"device": {}, "smart_status": {"passed": true},
                 "ata_smart_attributes": {"table": [
                  {"id": 3, "name": "Spin_Up_Time", "value": %d, "worst": 20, "thresh": 21,
                   "when_failed": "past", "flags": {"prefailure": true}, "raw": {"value": 1}}]}}
                """;
        assertThat(verdict(attributes, 21).health()).isEqualTo(Health.DEGRADED);
        assertThat(verdict(attributes, 22).health()).isEqualTo(Health.OK);
    }

    @Test
    void rawCountsPackedByTheMakerAreTakenApart() {
        SmartAnswer.Verdict verdict =
                verdict(
                        """
                        {"device": {}, "ata_smart_attributes": {"table": [
                          {"id": 5, "name": "Reallocated_Sector_Ct", "value": 100, "thresh": 5,
                           "raw": {"value": 4294967296, "string": "0 (0 1)"}},
                          {"id": 197, "name": "Current_Pending_ECC_Cnt", "value": 100, "thresh": 0,
                           "raw": {"value": 3, "string": "3"}}]}}
                        """);
        assertThat(verdict.health()).isEqualTo(Health.OK);
    }

    @ParameterizedTest
    @CsvSource({"1000, 990, DEGRADED", "1000, 100, OK", "65546, 5, DEGRADED"})
    void anErrorInTheLogCountsWhileItIsRecent(int now, int then, Health health) {
        assertThat(
                        verdict(
                                        """
                                        {"device": {}, "smart_status": {"passed": true},
                                         "power_on_time": {"hours": %d},
                                         "ata_smart_error_log": {"summary": {"count": 2, "table": [
                                          {"lifetime_hours": %d, "error_description": "Error: UNC"},
                                          {"lifetime_hours": 1}]}}}
                                        """,
                                        now, then)
                                .health())
                .isEqualTo(health);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, OK", "3, 2, DEGRADED", "0, 0, OK"})
    void aFailedSelfTestCountsUntilAFullTestDisprovesIt(int total, int outdated, Health health) {
        assertThat(
                        verdict(
                                        """
                                        {"device": {}, "smart_status": {"passed": true},
                                         "ata_smart_self_test_log": {"standard": {
                                          "error_count_total": %d, "error_count_outdated": %d}}}
                                        """,
                                        total, outdated)
                                .health())
                .isEqualTo(health);
    }

    @Test
    void heatIsJudgedByTheDisksOwnLimitAndFailsNothing() {
        SmartAnswer.Verdict verdict =
                verdict(
                        """
                        {"device": {}, "smart_status": {"passed": true},
                         "temperature": {"current": 70, "drive_trip": 68}}
                        """);
        assertThat(verdict.health()).isEqualTo(Health.DEGRADED);
        assertThat(verdict.readings().getFirst().limits().highCritical()).hasValue(68);
    }

    @Test
    void theBitsOfTheExitStatusAreThoseOfTheManual() {
        assertThat(ExitBit.of(216))
                .containsExactly(
                        ExitBit.DISK_FAILING,
                        ExitBit.PREFAIL_NOW,
                        ExitBit.ERROR_LOG,
                        ExitBit.SELF_TEST_LOG);
        assertThat(ExitBit.of(0)).isEmpty();
    }

    @Test
    void aScanListsWhatIsBehindAController() {
        assertThat(
                        SmartScan.decode(
                                """
                                {"devices": [{"name": "/dev/sda", "type": "scsi"},
                                 {"name": "/dev/bus/6", "type": "megaraid,8"}]}
                                """))
                .containsExactly(
                        new SmartTarget("/dev/sda", "scsi"),
                        new SmartTarget("/dev/bus/6", "megaraid,8"))
                .extracting(SmartTarget::behindController)
                .isEqualTo(List.of(false, true));
    }

    private static String message(String text) {
        return "{\"smartctl\": {\"messages\": [{\"string\": \"" + text + "\"}]}}";
    }

    private static SmartAnswer.Verdict verdict(String template, long... values) {
        String json = template;
        for (long value : values) {
            json = json.replaceFirst("%d", Long.toString(value));
        }
        SmartAnswer answer = SmartctlDecoder.decode("smartctl -j -a /dev/sda", 0, json);
        assertThat(answer).isInstanceOf(SmartAnswer.Verdict.class);
        return (SmartAnswer.Verdict) answer;
    }

    private static Silence silence(SmartAnswer answer) {
        assertThat(answer).isInstanceOf(SmartAnswer.Mute.class);
        return ((SmartAnswer.Mute) answer).silence();
    }
}
