package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Octets;
import java.nio.charset.StandardCharsets;

/**
 * What both sides of a key exchange know once RAKP messages 1 and 2 have passed (IPMI 2.0, 13.31).
 *
 * @param suite the cipher suite
 * @param consoleId our id of the session
 * @param bmcId the BMC's id of the session
 * @param consoleRandom our 16 random bytes
 * @param bmcRandom the BMC's
 * @param guid the BMC's GUID
 * @param role the privilege asked for and how the user is looked up, as in RAKP message 1
 * @param user the user's name
 */
public record Exchange(
        CipherSuite suite,
        int consoleId,
        int bmcId,
        Octets consoleRandom,
        Octets bmcRandom,
        Octets guid,
        int role,
        String user) {

    /** The code by which RAKP message 2 proves that the BMC knows the password. */
    public byte[] proofOfBmc(byte[] userKey) {
        return Hashes.of(
                suite.mac(),
                userKey,
                LittleEndian.int32(consoleId),
                LittleEndian.int32(bmcId),
                consoleRandom.bytes(),
                bmcRandom.bytes(),
                guid.bytes(),
                roleAndUser());
    }

    /** The code by which RAKP message 3 proves that we know it. */
    public byte[] proofOfConsole(byte[] userKey) {
        return Hashes.of(
                suite.mac(),
                userKey,
                bmcRandom.bytes(),
                LittleEndian.int32(consoleId),
                roleAndUser());
    }

    /**
     * The session integrity key, from which all other keys are made.
     *
     * @param bmcKey K[G], or the user's key where the BMC has none of its own
     */
    public byte[] integrityKey(byte[] bmcKey) {
        return Hashes.of(
                suite.mac(), bmcKey, consoleRandom.bytes(), bmcRandom.bytes(), roleAndUser());
    }

    /** The check by which RAKP message 4 proves that both have the same key. */
    public byte[] check(byte[] integrityKey) {
        byte[] whole =
                Hashes.of(
                        suite.mac(),
                        integrityKey,
                        consoleRandom.bytes(),
                        LittleEndian.int32(bmcId),
                        guid.bytes());
        return Hashes.first(whole, suite.checkBytes());
    }

    private byte[] roleAndUser() {
        byte[] name = user.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[2 + name.length];
        out[0] = (byte) role;
        out[1] = (byte) name.length;
        System.arraycopy(name, 0, out, 2, name.length);
        return out;
    }
}
