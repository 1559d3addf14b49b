package io.holdfast.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.cli.Failure;
import io.holdfast.testkit.TestAuthority;
import io.holdfast.wire.enrol.Bytes;
import io.holdfast.wire.enrol.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorMemoryTest {

    private final KeyPair key = TestAuthority.newKey();
    private final TestAuthority issuer = new TestAuthority("test");
    private final X509Certificate certificate = issuer.server(key.getPublic(), "collector");

    @TempDir private Path root;
    private StateFolder state;

    @BeforeEach
    void create() {
        state = new StateFolder(root);
        state.create();
    }

    @Test
    void oneThatNeverRanHasNoAuthority() {
        assertThat(new CollectorMemory(state).authority()).isEmpty();
    }

    @Test
    void aWholeOneHasItsAuthority() throws Exception {
        writeAuthority(key);
        Files.writeString(state.store(), "a store");

        assertThat(new CollectorMemory(state).authority()).contains(certificate);
    }

    @Test
    void aStoreThatIsGoneIsNotTakenForANewOne() throws Exception {
        writeAuthority(key);

        assertThatThrownBy(() -> new CollectorMemory(state).authority())
                .hasMessageContaining("found no " + state.store())
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure ->
                                assertThat(failure.remedy())
                                        .contains("holdfast collector restore BACKUP")
                                        .contains("--config " + state.collectorSettings())
                                        .endsWith("mv " + root + " " + root + ".lost"));
        Files.createFile(state.store());
        assertThatThrownBy(() -> new CollectorMemory(state).authority())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("found an empty " + state.store());
    }

    @Test
    void aDamagedAuthorityIsNamed() throws Exception {
        Files.writeString(state.store(), "a store");
        writeAuthority(TestAuthority.newKey());
        String told = "the authority of the collector is damaged or cannot be read: ";

        assertThatThrownBy(() -> new CollectorMemory(state).authority())
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(told + state.authority() + ": expected the private key");
        Files.writeString(state.authority(), Files.readString(state.authority()).substring(0, 90));
        assertThatThrownBy(() -> new CollectorMemory(state).authority())
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(told + state.authority());
    }

    private void writeAuthority(KeyPair with) throws IOException, GeneralSecurityException {
        Files.createDirectories(state.collectorState().resolve("authority"));
        Files.writeString(
                state.authority(),
                new Pem(Pem.PRIVATE_KEY, Bytes.of(with.getPrivate().getEncoded())).text()
                        + new Pem(Pem.CERTIFICATE, Bytes.of(certificate.getEncoded())).text()
                        + new Pem(Pem.CERTIFICATE, Bytes.of(issuer.certificate().getEncoded()))
                                .text());
    }
}
