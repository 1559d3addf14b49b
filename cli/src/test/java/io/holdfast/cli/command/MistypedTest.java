package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command line that is wrong is answered: expected, found, and what was likely meant. */
class MistypedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    reprot                      ; expected a command after holdfast, found 'reprot'
                    report --formt json         ; expected an option of holdfast report, found --formt
                    report --format yaml        ; expected text or json for --format, found 'yaml'
                    report a b                  ; expected no further word after holdfast report, found 'b'
                    events --since              ; expected AGO|TIME after --since, found nothing
                    events --since --follow     ; expected AGO|TIME after --since, found --follow
                    events --host a --host b    ; expected --host once, found it again
                    events --limit few          ; expected a whole number for --limit, found 'few'
                    agent                       ; expected --config FILE, found none
                    agent --confg x             ; expected an option of holdfast agent, found --confg
                    probe snmp                  ; expected TARGET, found none
                    mail                        ; expected test after holdfast mail, found none
                    collector tokn              ; expected one of token, backup or restore after holdfast collector, found 'tokn'
                    inventory acept db07        ; expected one of HOST, accept or retire after holdfast inventory, found 'acept'
                    inventory acept --yes       ; expected one of HOST, accept or retire after holdfast inventory, found 'acept'
                    inventory db07 --yes        ; expected an option of holdfast inventory, found --yes
                    up --once=x                 ; expected no value for --once, found 'x'
                    collector token create --ttl 0s ; expected more than 0s for --ttl, found 0s
                    collector token create --ttl 1500ms ; expected whole seconds for --ttl, found 1s500ms
                    collector token create --ttl soon ; expected a duration for --ttl, found 'soon'
                    enroll --collector c:7443   ; expected --token-file FILE or --token-env NAME, found neither
                    """)
    void saysWhatWasExpectedAndWhatWasFound(String line, String told) {
        String err = CliRun.of(Map.of(), line.split(" ")).err();

        assertThat(err.lines().findFirst()).contains("holdfast: " + told);
        assertThat(err).contains("  to do: ").doesNotContain("picocli");
    }

    @ParameterizedTest
    @CsvSource({
        "reprot,report",
        "report --formt json,--format",
        "enroll --colector c:7443,--collector",
        "collector tokn,token",
        "agents revok x,revoke",
        "inventory acept db07,accept"
    })
    void namesWhatWasMeant(String line, String meant) {
        assertThat(CliRun.of(Map.of(), line.split(" ")).err().lines())
                .contains("  did you mean: " + meant);
    }

    @ParameterizedTest
    @CsvSource({"quux", "report --zzzzzz"})
    void guessesNothingWhereNothingIsNear(String line) {
        assertThat(CliRun.of(Map.of(), line.split(" ")).err()).doesNotContain("did you mean");
    }

    @ParameterizedTest
    @CsvSource({"since,expected 30m", "since,found 'yesterday'"})
    void aValueOfOurOwnKindSaysItsForms(String option, String told) {
        assertThat(CliRun.of(Map.of(), "events", "--" + option, "yesterday").err())
                .startsWith("holdfast: --since: ")
                .contains(told);
    }
}
