package io.holdfast.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrapDecodeCommandTest {

    private static final String LINK_DOWN =
            "304002010104067075626c6963a7330201010201000201003028300d0608"
                    + "2b0601020101030043012a3017060a2b06010603010104010006092b0601060301010503";

    @TempDir private Path folder = Path.of("");

    private CliRun decode(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "trap";
        all[1] = "decode";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return CliRun.of(Map.of(), all);
    }

    @Test
    void aTextIsToldWithWhatItMeans() throws IOException {
        Path text =
                Files.writeString(
                        folder.resolve("trap.txt"),
                        """
                        pdu-a
                        UDP: [192.0.2.7]:57602->[192.0.2.1]:162
                        SNMPv2-MIB::sysUpTime.0 18:30:30.32
                        SNMPv2-MIB::snmpTrapOID.0 PowerNet-MIB::atsLostRedundancy
                        PowerNet-MIB::mtrapargsString.0 "Source B lost."
                        """);
        CliRun run = decode(text.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        """
                        critical: The transfer switch lost one of its sources
                          PowerNet-MIB::atsLostRedundancy (1.3.6.1.4.1.318.0.127), text
                          PowerNet-MIB::mtrapargsString.0 = Source B lost.
                        1 notifications
                        """);
    }

    @Test
    void aMessageInHexadecimalIsToldInJson() {
        CliRun run = decode(LINK_DOWN, "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"IF-MIB::linkDown\"").contains("\"link-down\"");
    }

    @Test
    void whatTellsNothingEndsWithThree() throws IOException {
        Path text = Files.writeString(folder.resolve("other.txt"), "hello\n");
        CliRun run = decode(text.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("0 notifications").contains("no text that names");
        assertThat(decode(folder.resolve("missing").toString()).err())
                .contains("cannot read")
                .contains("to do:");
    }
}
