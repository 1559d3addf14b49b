package io.holdfast.wire.enrol;

import io.holdfast.core.component.HostId;
import io.holdfast.wire.tls.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an agent proves when it asks for a certificate: that it holds a token's secret, and the key
 * that the certificate is to be for.
 *
 * <p>The proof of possession names the TLS certificate of the collector that was asked, so that it
 * cannot be handed on to another.
 */
public final class Proofs {

    private static final String ENROL = "holdfast-enroll-1";
    private static final String RENEW = "holdfast-renew-1";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final String MAC = "HmacSHA256";
    private static final int P256_BITS = 256;

    private Proofs() {}

    /** Proves the token's secret for this key and host. */
    public static Bytes token(TokenSecret secret, Bytes publicKey, HostId host) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.bytes(), MAC));
            return Bytes.of(mac.doFinal(joined(publicKey.toArray(), utf8(host.toString()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    /** Whether this is the proof of that secret, told in a time that does not depend on it. */
    public static boolean tokenHolds(
            TokenSecret secret, Bytes publicKey, HostId host, Bytes proof) {
        byte[] expected = token(secret, publicKey, host).toArray();
        return MessageDigest.isEqual(expected, proof.toArray());
    }

    /** Signs an enrolment with the new key. */
    public static Bytes possession(PrivateKey key, String tokenId, HostId host, Fingerprint server)
            throws GeneralSecurityException {
        return sign(key, enrolment(tokenId, host, server));
    }

    /** Signs a renewal with the new key. */
    public static Bytes possession(PrivateKey key, HostId host, Fingerprint server)
            throws GeneralSecurityException {
        return sign(key, renewal(host, server));
    }

    /** Whether an enrolment was signed with the key that it names. */
    public static boolean possessionHolds(EnrolRequest request, Fingerprint server) {
        byte[] text = enrolment(request.tokenId(), request.host(), server);
        return verifies(request.publicKey(), text, request.possession());
    }

    /** Whether a renewal for this host was signed with the key that it names. */
    public static boolean possessionHolds(RenewRequest request, HostId host, Fingerprint server) {
        return verifies(request.publicKey(), renewal(host, server), request.possession());
    }

    /** The EC P-256 key of a SubjectPublicKeyInfo, or empty where it is anything else. */
    public static Optional<PublicKey> publicKey(Bytes info) {
        try {
            PublicKey key =
                    KeyFactory.getInstance("EC")
                            .generatePublic(new X509EncodedKeySpec(info.toArray()));
            boolean fits =
                    key instanceof ECPublicKey ec
                            && ec.getParams().getOrder().bitLength() == P256_BITS;
            return fits ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] enrolment(String tokenId, HostId host, Fingerprint server) {
        return joined(utf8(ENROL), utf8(tokenId), utf8(host.toString()), server.bytes());
    }

    private static byte[] renewal(HostId host, Fingerprint server) {
        return joined(utf8(RENEW), utf8(host.toString()), server.bytes());
    }

    private static Bytes sign(PrivateKey key, byte[] text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(SIGNATURE);
        signature.initSign(key);
        signature.update(text);
        return Bytes.of(signature.sign());
    }

    private static boolean verifies(Bytes publicKey, byte[] text, Bytes possession) {
        Optional<PublicKey> key = publicKey(publicKey);
        if (key.isEmpty()) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initVerify(key.get());
            signature.update(text);
            return signature.verify(possession.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] field : fields) {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
            out.writeBytes(field);
        }
        return out.toByteArray();
    }
}
