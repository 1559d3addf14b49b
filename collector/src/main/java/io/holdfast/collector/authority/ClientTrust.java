package io.holdfast.collector.authority;

import io.holdfast.wire.enrol.Enrolled;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Accepts client certificates of our own authority in the TLS handshake, by the rules of PKIX (RFC
 * 5280), except that one that has run out is let through for {@link Enrolled#GRACE} longer, because
 * its holder may come to renew it. Whoever serves the call must ask whether it is still good.
 */
final class ClientTrust extends X509ExtendedTrustManager {

    private static final String CLIENT_PURPOSE = "1.3.6.1.5.5.7.3.2";

    private final X509Certificate authority;
    private final InstantSource clock;

    ClientTrust(X509Certificate authority, InstantSource clock) {
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        X509Certificate own = chain[0];
        Instant now = clock.instant();
        Instant end = own.getNotAfter().toInstant();
        if (now.isAfter(end.plus(Enrolled.GRACE))) {
            throw new CertificateException("ran out at " + end + " and was not renewed in time");
        }
        List<String> purposes = own.getExtendedKeyUsage();
        if (purposes == null || !purposes.contains(CLIENT_PURPOSE)) {
            throw new CertificateException("expected a certificate for clients");
        }
        try {
            PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(now.isBefore(end) ? now : end));
            var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(own));
            var _ = CertPathValidator.getInstance("PKIX").validate(path, rules);
        } catch (GeneralSecurityException e) {
            throw new CertificateException("not issued by this collector's authority", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("expected to be the server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {authority};
    }
}
