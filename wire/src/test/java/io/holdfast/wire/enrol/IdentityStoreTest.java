package io.holdfast.wire.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.core.component.HostId;
import io.holdfast.testkit.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityStoreTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");

    private final TestAuthority authority = new TestAuthority("authority");

    @TempDir private Path directory;
    private IdentityStore store;

    @BeforeEach
    void open() {
        store = new IdentityStore(directory, new SecureRandom());
    }

    @Test
    void nobodyAtFirst() throws IOException {
        assertThat(store.read()).isEmpty();
    }

    @Test
    void anUnfinishedAttemptIsContinuedWithTheSameKey() throws IOException {
        KeyPair first = store.nextKey();
        KeyPair again = store.nextKey();
        assertThat(again.getPublic()).isEqualTo(first.getPublic());
        assertThat(again.getPrivate()).isEqualTo(first.getPrivate());
    }

    @Test
    void anAttemptThatIsGivenUpLeavesNothing() throws IOException {
        store.nextKey();
        store.abandon();
        assertThat(directory).isEmptyDirectory();
        store.abandon();
    }

    @Test
    void whatWasAcceptedReadsBackAndItsKeyIsNotUsedAgain() throws IOException {
        KeyPair key = store.nextKey();
        Enrolled accepted = store.accept(key, issued(key));
        assertThat(store.read()).contains(accepted);
        assertThat(accepted.authority()).isEqualTo(authority.certificate());
        assertThat(store.nextKey().getPublic()).isNotEqualTo(key.getPublic());
    }

    @Test
    void onlyTheOwnerMayReadWhateverIsWritten() throws IOException {
        KeyPair key = store.nextKey();
        store.accept(key, issued(key));
        store.nextKey();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void renewalIsDueAfterTwoThirdsOfItsLife() throws IOException {
        KeyPair key = store.nextKey();
        Enrolled accepted = store.accept(key, issued(key));
        assertThat(accepted.renewAfter()).isEqualTo(FROM.plus(Duration.ofDays(20)));
        assertThat(accepted.runsOut()).isEqualTo(FROM.plus(Duration.ofDays(30)));
    }

    @Test
    void aBrokenFileIsSaidPlainlyAndNotOverwritten() throws IOException {
        Path file = Files.writeString(directory.resolve("identity.pem"), "nonsense\n");
        assertThatThrownBy(store::read)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file
                                + ": expected a private key and at least 2 of its certificates,"
                                + " found 0 and 0");
        assertThat(file).hasContent("nonsense\n");
    }

    @Test
    void everyTruncatedFileIsSaidPlainly() throws IOException {
        KeyPair key = store.nextKey();
        store.accept(key, issued(key));
        Path file = directory.resolve("identity.pem");
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length() - 2; length += 7) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(store::read)
                    .as("cut after %s characters", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void damageInsideABlockIsSaidPlainly() throws IOException {
        KeyPair key = store.nextKey();
        store.accept(key, issued(key));
        Path file = directory.resolve("identity.pem");
        String whole = Files.readString(file);
        int second = whole.indexOf('\n') + 1;
        for (String wrong : new String[] {"====", "A", "\u00e4"}) {
            Files.writeString(file, whole.substring(0, second) + wrong + whole.substring(second));
            assertThatThrownBy(store::read)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void aKeyThatIsNotItsCertificatesIsSaidPlainly() throws IOException {
        KeyPair key = store.nextKey();
        store.accept(TestAuthority.newKey(), issued(key));

        assertThatThrownBy(store::read)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        directory.resolve("identity.pem")
                                + ": expected the private key of its certificate, found another's");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsSaidPlainly() throws IOException {
        KeyPair key = store.nextKey();
        X509Certificate own = issued(key).chain().getFirst();
        X509Certificate other = new TestAuthority("other").certificate();
        store.accept(key, new EnrolAnswer.Issued(List.of(own, other), FROM));

        assertThatThrownBy(store::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not bear the signature of CN=other");
    }

    @Test
    void itsHostIsTheOneThatTheCertificateNames() throws IOException {
        KeyPair key = store.nextKey();
        assertThat(store.accept(key, issued(key)).host()).contains(HostId.parse("ber1/r12/db07"));
    }

    @Test
    void ofADamagedAttemptNothingIsContinued() throws IOException {
        KeyPair first = store.nextKey();
        Path file = directory.resolve("identity.next.pem");
        Files.writeString(file, Files.readString(file).replace("\n", "=\n"));
        assertThat(store.nextKey().getPublic()).isNotEqualTo(first.getPublic());
    }

    private EnrolAnswer.Issued issued(KeyPair key) {
        var certificate =
                authority.agent(key.getPublic(), "ber1/r12/db07", FROM, Duration.ofDays(30));
        return new EnrolAnswer.Issued(
                List.of(certificate, authority.certificate()), FROM.plus(Duration.ofDays(20)));
    }
}
