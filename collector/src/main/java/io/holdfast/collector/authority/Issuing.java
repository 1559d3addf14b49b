package io.holdfast.collector.authority;

import io.holdfast.wire.tls.ServerName;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates (RFC 5280) on EC P-256; the only place that needs BouncyCastle. */
final class Issuing {

    /** How long an authority lasts: there is no way yet to hand agents a new one. */
    static final Duration AUTHORITY_LIFE = Duration.ofDays(365 * 20);

    static final Duration AGENT_LIFE = Duration.ofDays(90);
    static final Duration PERSON_LIFE = Duration.ofDays(365);
    static final Duration SERVER_LIFE = Duration.ofDays(397);

    /** Certificates begin this long ago, because clocks differ. */
    static final Duration BACKDATED = Duration.ofDays(1);

    private static final String CURVE = "secp256r1";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 127;
    private static final int NAME_DIGITS = 8;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Issuing() {}

    static KeyPair newKey(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE), random);
        return generator.generateKeyPair();
    }

    /** A new authority's own certificate. */
    static X509Certificate authority(KeyPair pair, SecureRandom random, Instant now)
            throws GeneralSecurityException {
        BigInteger serial = serial(random);
        String digits = serial.toString(16);
        X500Name name = name("Holdfast authority " + digits.substring(0, NAME_DIGITS), "authority");
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                                    name,
                                    serial,
                                    Date.from(now.minus(BACKDATED)),
                                    Date.from(now.plus(AUTHORITY_LIFE)),
                                    name,
                                    pair.getPublic())
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                            .addExtension(
                                    Extension.keyUsage,
                                    true,
                                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return signed(builder, pair.getPrivate());
        } catch (IOException e) {
            throw new GeneralSecurityException("cannot build a certificate", e);
        }
    }

    /** The certificate of a collector, good for these names and addresses. */
    static X509Certificate server(
            Authority authority,
            PublicKey key,
            List<String> names,
            SecureRandom random,
            Instant now)
            throws GeneralSecurityException {
        List<GeneralName> all = new ArrayList<>();
        all.add(new GeneralName(GeneralName.dNSName, ServerName.COLLECTOR));
        for (String name : names) {
            boolean address = ADDRESS.matcher(name).matches();
            all.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        return leaf(
                authority,
                key,
                new Holder.Collector(),
                KeyPurposeId.id_kp_serverAuth,
                all,
                SERVER_LIFE,
                random,
                now);
    }

    /** The certificate of an agent or a person. */
    static X509Certificate client(
            Authority authority,
            PublicKey key,
            Holder holder,
            Duration life,
            SecureRandom random,
            Instant now)
            throws GeneralSecurityException {
        return leaf(
                authority,
                key,
                holder,
                KeyPurposeId.id_kp_clientAuth,
                List.of(),
                life,
                random,
                now);
    }

    private static X509Certificate leaf(
            Authority authority,
            PublicKey key,
            Holder holder,
            KeyPurposeId purpose,
            List<GeneralName> names,
            Duration life,
            SecureRandom random,
            Instant now)
            throws GeneralSecurityException {
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                                    authority.certificate(),
                                    serial(random),
                                    Date.from(now.minus(BACKDATED)),
                                    Date.from(now.plus(life)),
                                    new X500Principal(
                                            name(holder.commonName(), holder.unit()).getEncoded()),
                                    key)
                            .addExtension(
                                    Extension.basicConstraints, true, new BasicConstraints(false))
                            .addExtension(
                                    Extension.keyUsage,
                                    true,
                                    new KeyUsage(KeyUsage.digitalSignature))
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    true,
                                    new ExtendedKeyUsage(purpose));
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(names.toArray(new GeneralName[0])));
            }
            return signed(builder, authority.key());
        } catch (IOException e) {
            throw new GeneralSecurityException("cannot build a certificate", e);
        }
    }

    private static X500Name name(String common, String unit) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.OU, unit)
                .addRDN(BCStyle.CN, common)
                .build();
    }

    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("cannot sign a certificate", e);
        }
    }
}
