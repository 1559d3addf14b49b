package io.holdfast.collector.northbound;

import io.holdfast.core.device.SnmpAuth;
import io.holdfast.core.device.SnmpPriv;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.smi.OID;

/** The identifiers of SNMPv3's protocols. */
final class UserProtocols {

    /** The shortest pass phrase that SNMPv3 allows (RFC 3414, section 11.2). */
    static final int SHORTEST_PHRASE = 8;

    private UserProtocols() {}

    static OID of(SnmpAuth auth) {
        return switch (auth) {
            case MD5 -> AuthMD5.ID;
            case SHA_1 -> AuthSHA.ID;
            case SHA_224 -> AuthHMAC128SHA224.ID;
            case SHA_256 -> AuthHMAC192SHA256.ID;
            case SHA_384 -> AuthHMAC256SHA384.ID;
            case SHA_512 -> AuthHMAC384SHA512.ID;
        };
    }

    static OID of(SnmpPriv priv) {
        return switch (priv) {
            case DES -> PrivDES.ID;
            case AES_128 -> PrivAES128.ID;
            case AES_192 -> PrivAES192.ID;
            case AES_256 -> PrivAES256.ID;
        };
    }
}
