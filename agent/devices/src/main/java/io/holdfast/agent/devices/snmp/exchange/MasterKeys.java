package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.agent.devices.snmp.access.AuthProtocol;
import io.holdfast.agent.devices.snmp.access.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys that RFC 3414, A.2 makes of pass-phrases.
 *
 * <p>Hashing a megabyte for each of a thousand devices with the same pass-phrase would cost seconds
 * of CPU; what does not depend on the device is kept, for a limited number of pass-phrases.
 */
final class MasterKeys {

    /** How many pass-phrases' keys are kept; more are computed again when needed. */
    static final int MOST_KEPT = 256;

    private static final int EXPANSION_BYTES = 1 << 20;
    private static final int STEP_BYTES = 1 << 12;

    private record Source(AuthProtocol protocol, Secret passphrase) {}

    private final Map<Source, byte[]> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Source, byte[]> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    /** The key of a pass-phrase for one engine: Kul of RFC 3414, section 2.6. */
    byte[] localized(AuthProtocol protocol, Secret passphrase, byte[] engine) {
        byte[] master = master(new Source(protocol, passphrase));
        MessageDigest digest = digest(protocol);
        digest.update(master);
        digest.update(engine);
        digest.update(master);
        return digest.digest();
    }

    private synchronized byte[] master(Source source) {
        return kept.computeIfAbsent(source, MasterKeys::compute);
    }

    private static byte[] compute(Source source) {
        byte[] passphrase = source.passphrase().bytes();
        MessageDigest digest = digest(source.protocol());
        byte[] step = new byte[STEP_BYTES];
        int next = 0;
        for (int done = 0; done < EXPANSION_BYTES; done += STEP_BYTES) {
            for (int i = 0; i < STEP_BYTES; i++) {
                step[i] = passphrase[next];
                next = next + 1 == passphrase.length ? 0 : next + 1;
            }
            digest.update(step);
        }
        return digest.digest();
    }

    private static MessageDigest digest(AuthProtocol protocol) {
        try {
            return MessageDigest.getInstance(protocol.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + protocol.digest(), e);
        }
    }
}
