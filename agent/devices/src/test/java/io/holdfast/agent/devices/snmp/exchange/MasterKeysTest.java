package io.holdfast.agent.devices.snmp.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.snmp.access.AuthProtocol;
import io.holdfast.agent.devices.snmp.access.Secret;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.smi.OctetString;

/** The examples of RFC 3414, A.3, and SNMP4J's own computation as a second opinion. */
final class MasterKeysTest {

    private static final byte[] ENGINE = HexFormat.of().parseHex("000000000000000000000002");
    private static final Secret MAPLESYRUP = Secret.of("maplesyrup");

    private final MasterKeys keys = new MasterKeys();

    @Test
    void theExamplesOfTheStandardComeOut() {
        assertThat(hex(keys.localized(AuthProtocol.MD5, MAPLESYRUP, ENGINE)))
                .isEqualTo("526f5eed9fcce26f8964c2930787d82b");
        assertThat(hex(keys.localized(AuthProtocol.SHA_1, MAPLESYRUP, ENGINE)))
                .isEqualTo("6695febc9288e36282235fc7151f128497b38f3f");
    }

    @ParameterizedTest
    @EnumSource(AuthProtocol.class)
    void theLibraryComputesTheSame(AuthProtocol protocol) {
        Secret secret = Secret.of("eine längere Passphrase");
        byte[] theirs =
                Protocols.of(protocol).passwordToKey(new OctetString(secret.bytes()), ENGINE);
        assertThat(keys.localized(protocol, secret, ENGINE)).isEqualTo(theirs);
        assertThat(keys.localized(protocol, secret, ENGINE)).isEqualTo(theirs);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
