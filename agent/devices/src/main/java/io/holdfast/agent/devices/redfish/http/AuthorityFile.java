package io.holdfast.agent.devices.redfish.http;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A file with the certificates of authorities, PEM or DER. */
public final class AuthorityFile {

    /** A larger file is no list of authorities. */
    public static final int MOST_BYTES = 4 << 20;

    private AuthorityFile() {}

    /** The certificates in it; none where there are none, or where they cannot be read. */
    public static List<X509Certificate> parse(byte[] content) {
        try {
            List<X509Certificate> found = new ArrayList<>();
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Certificate each :
                    factory.generateCertificates(new ByteArrayInputStream(content))) {
                if (each instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            }
            return found;
        } catch (CertificateException e) {
            return List.of();
        }
    }
}
