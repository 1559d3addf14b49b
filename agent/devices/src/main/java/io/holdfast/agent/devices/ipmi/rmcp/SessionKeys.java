package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Decoded;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of an open session: packets are sealed with HMAC and their payload with AES-CBC-128
 * (IPMI 2.0, 13.28.4, 13.29, 13.32). For one thread at a time.
 */
final class SessionKeys {

    private static final int BLOCK = 16;
    private static final int CONSTANT_BYTES = 20;

    private final CipherSuite suite;
    private final Mac trailer;
    private final SecretKeySpec aes;
    private final Cipher cipher;

    SessionKeys(CipherSuite suite, byte[] integrityKey) {
        this.suite = suite;
        trailer = Hashes.keyed(suite.mac(), derived(suite, integrityKey, 1));
        aes = new SecretKeySpec(derived(suite, integrityKey, 2), 0, BLOCK, "AES");
        try {
            cipher = Cipher.getInstance("AES/CBC/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks AES-CBC", e);
        }
    }

    /** The additional key material K1 or K2. */
    static byte[] derived(CipherSuite suite, byte[] integrityKey, int number) {
        byte[] constant = new byte[CONSTANT_BYTES];
        Arrays.fill(constant, (byte) number);
        return Hashes.of(suite.mac(), integrityKey, constant);
    }

    CipherSuite suite() {
        return suite;
    }

    /** The code at the end of a packet, over its bytes from the authentication type on. */
    byte[] seal(byte[] packet, int from, int to) {
        trailer.update(packet, from, to - from);
        return Hashes.first(trailer.doFinal(), suite.trailerBytes());
    }

    /** Whether this is the right code; in a time that tells nothing. */
    boolean sealed(byte[] packet, int from, int to, byte[] code) {
        return MessageDigest.isEqual(seal(packet, from, to), code);
    }

    /** Initialization vector, then the payload with its padding, enciphered. */
    byte[] encipher(byte[] payload, RandomGenerator random) {
        byte[] vector = new byte[BLOCK];
        random.nextBytes(vector);
        int padding = (BLOCK - (payload.length + 1) % BLOCK) % BLOCK;
        byte[] plain = Arrays.copyOf(payload, payload.length + padding + 1);
        for (int i = 0; i < padding; i++) {
            plain[payload.length + i] = (byte) (i + 1);
        }
        plain[plain.length - 1] = (byte) padding;
        byte[] out = Arrays.copyOf(vector, BLOCK + plain.length);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, aes, new IvParameterSpec(vector));
            cipher.doFinal(plain, 0, plain.length, out, BLOCK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES failed", e);
        }
        return out;
    }

    /** The payload again. */
    Decoded<byte[]> decipher(byte[] data) {
        if (data.length < 2 * BLOCK || data.length % BLOCK != 0) {
            return new Decoded.Bad<>("an enciphered payload of " + data.length + " bytes");
        }
        byte[] plain;
        try {
            cipher.init(Cipher.DECRYPT_MODE, aes, new IvParameterSpec(data, 0, BLOCK));
            plain = cipher.doFinal(data, BLOCK, data.length - BLOCK);
        } catch (GeneralSecurityException e) {
            return new Decoded.Bad<>("an enciphered payload that cannot be read");
        }
        int padding = plain[plain.length - 1] & 0xff;
        if (padding >= plain.length) {
            return new Decoded.Bad<>("an enciphered payload with impossible padding");
        }
        // The value of the padding bytes is not checked: some BMCs leave rubbish there, and the
        // packet as a whole has been authenticated.
        return new Decoded.Good<>(Arrays.copyOf(plain, plain.length - 1 - padding));
    }
}
