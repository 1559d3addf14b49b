package io.holdfast.wire.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.HostId;
import io.holdfast.testkit.TestAuthority;
import io.holdfast.wire.tls.Fingerprint;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;

class ProofsTest {

    private static final HostId HOST = new HostId("ber1", "r12", "db07");
    private static final HostId OTHER = new HostId("ber1", "r12", "db08");
    private static final Fingerprint SERVER = new Fingerprint("01".repeat(32));
    private static final Fingerprint RELAY = new Fingerprint("02".repeat(32));

    private final KeyPair key = TestAuthority.newKey();
    private final Bytes info = Bytes.of(key.getPublic().getEncoded());

    @Test
    void aTokenProofHoldsForItsKeyAndHostOnly() {
        TokenSecret secret = secret(1);
        Bytes proof = Proofs.token(secret, info, HOST);
        assertThat(Proofs.tokenHolds(secret, info, HOST, proof)).isTrue();
        assertThat(Proofs.tokenHolds(secret, info, OTHER, proof)).isFalse();
        assertThat(Proofs.tokenHolds(secret(2), info, HOST, proof)).isFalse();
        Bytes otherKey = Bytes.of(TestAuthority.newKey().getPublic().getEncoded());
        assertThat(Proofs.tokenHolds(secret, otherKey, HOST, proof)).isFalse();
        assertThat(Proofs.tokenHolds(secret, info, HOST, Bytes.of(new byte[0]))).isFalse();
    }

    @Test
    void aPossessionHoldsForTheCollectorThatWasAskedOnly() throws GeneralSecurityException {
        Bytes possession = Proofs.possession(key.getPrivate(), "t001", HOST, SERVER);
        Bytes proof = Proofs.token(secret(1), info, HOST);
        var request = new EnrolRequest("t001", proof, HOST, info, possession);
        assertThat(Proofs.possessionHolds(request, SERVER)).isTrue();
        assertThat(Proofs.possessionHolds(request, RELAY)).isFalse();
        var forAnother = new EnrolRequest("t001", proof, OTHER, info, possession);
        assertThat(Proofs.possessionHolds(forAnother, SERVER)).isFalse();
    }

    @Test
    void aRenewalIsNoEnrolment() throws GeneralSecurityException {
        Bytes renewal = Proofs.possession(key.getPrivate(), HOST, SERVER);
        var request = new RenewRequest(info, renewal);
        assertThat(Proofs.possessionHolds(request, HOST, SERVER)).isTrue();
        assertThat(Proofs.possessionHolds(request, OTHER, SERVER)).isFalse();
        var enrolment = new EnrolRequest("", Bytes.of(new byte[0]), HOST, info, renewal);
        assertThat(Proofs.possessionHolds(enrolment, SERVER)).isFalse();
    }

    @Test
    void onlyP256KeysAreTaken() throws GeneralSecurityException {
        assertThat(Proofs.publicKey(info)).contains(key.getPublic());
        assertThat(Proofs.publicKey(Bytes.of(new byte[] {1, 2, 3}))).isEmpty();
        KeyPairGenerator p384 = KeyPairGenerator.getInstance("EC");
        p384.initialize(384);
        Bytes larger = Bytes.of(p384.generateKeyPair().getPublic().getEncoded());
        assertThat(Proofs.publicKey(larger)).isEmpty();
    }

    private static TokenSecret secret(int first) {
        byte[] bytes = new byte[TokenSecret.SIZE];
        bytes[0] = (byte) first;
        return new TokenSecret(bytes);
    }
}
