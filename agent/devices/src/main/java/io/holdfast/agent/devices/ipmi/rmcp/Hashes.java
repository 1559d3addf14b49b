package io.holdfast.agent.devices.ipmi.rmcp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes; that the platform has them is a condition of running at all. */
final class Hashes {

    private Hashes() {}

    static Mac keyed(String algorithm, byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks " + algorithm, e);
        }
    }

    static byte[] of(String algorithm, byte[] key, byte[]... parts) {
        Mac mac = keyed(algorithm, key);
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    static byte[] first(byte[] hash, int length) {
        return Arrays.copyOf(hash, length);
    }
}
