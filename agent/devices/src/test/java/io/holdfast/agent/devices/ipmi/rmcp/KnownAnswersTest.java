package io.holdfast.agent.devices.ipmi.rmcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.message.LanMessage;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What vectors.py computed from the specification's formulas. */
class KnownAnswersTest {

    private static final int CONSOLE_ID = 0xA0A1A2A3;
    private static final int BMC_ID = 0x02000100;
    private static final byte[] KEY = Password.of("pass-Word 1!").key();

    @ParameterizedTest
    @EnumSource(CipherSuite.class)
    void keysAndProofsAreTheSpecifications(CipherSuite suite) {
        Exchange exchange =
                new Exchange(
                        suite,
                        CONSOLE_ID,
                        BMC_ID,
                        run(0x10),
                        run(0x80),
                        Octets.ofHex("a123456789abcdefa123456789abcdef"),
                        0x14,
                        "monitor");

        byte[] sik = exchange.integrityKey(KEY);

        assertThat(hex(exchange.proofOfBmc(KEY))).isEqualTo(known(suite, "rakp2"));
        assertThat(hex(exchange.proofOfConsole(KEY))).isEqualTo(known(suite, "rakp3"));
        assertThat(hex(sik)).isEqualTo(known(suite, "sik"));
        assertThat(hex(exchange.check(sik))).isEqualTo(known(suite, "rakp4"));
        assertThat(hex(SessionKeys.derived(suite, sik, 1))).isEqualTo(known(suite, "k1"));
        assertThat(hex(SessionKeys.derived(suite, sik, 2))).isEqualTo(known(suite, "k2"));
    }

    @ParameterizedTest
    @EnumSource(CipherSuite.class)
    void aSealedPacketIsTheSpecifications(CipherSuite suite) {
        byte[] sik = Octets.ofHex(known(suite, "sik")).bytes();
        Sealing sealing = new Sealing(new SessionKeys(suite, sik), counting());
        Octets message = LanMessage.encode(Request.of(NetFn.APP, 0x01), 2);

        byte[] packet = sealing.wrap(message.bytes(), BMC_ID, 5);

        assertThat(hex(packet)).isEqualTo(known(suite, "packet"));
    }

    /** Gives the bytes C0 to CF, the vectors' initialization vector. */
    private static RandomGenerator counting() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public void nextBytes(byte[] bytes) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) (0xc0 + i);
                }
            }
        };
    }

    private static Octets run(int first) {
        int[] values = new int[16];
        for (int i = 0; i < values.length; i++) {
            values[i] = first + i;
        }
        return Octets.of(values);
    }

    private static String hex(byte[] bytes) {
        return Octets.of(bytes).hex();
    }

    private static String known(CipherSuite suite, String name) {
        Properties known = new Properties();
        try (InputStream in = KnownAnswersTest.class.getResourceAsStream("vectors.properties")) {
            known.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Objects.requireNonNull(known.getProperty(suite.number() + "." + name));
    }
}
