package io.holdfast.wire.enrol;

import io.holdfast.wire.tls.Fingerprint;
import io.holdfast.wire.tls.ServerName;
import io.holdfast.wire.tls.TlsContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * What a collector shows of itself before anything is said to it, once it has been checked.
 *
 * @param own its server certificate
 * @param authority the one that we were told to trust, which leads to it
 */
public record CollectorCertificate(X509Certificate own, X509Certificate authority) {

    private static final int DNS_NAME = 2;
    private static final int NO_TIMEOUT_BEYOND_MILLIS = Integer.MAX_VALUE;

    /**
     * Shakes hands and hangs up.
     *
     * @param fingerprint of the authority that the collector must show in its chain
     * @param timeout for connecting, and again for each answer of the handshake
     * @throws IOException if nobody answers, or not in TLS 1.3; with a {@link CertificateException}
     *     as a cause if the one who answers is not to be trusted
     */
    public static CollectorCertificate fetch(
            String host, int port, Fingerprint fingerprint, Duration timeout)
            throws IOException, GeneralSecurityException {
        Pin pin = new Pin(fingerprint);
        SSLContext tls = TlsContext.of(new TrustManager[] {pin}, Optional.empty());
        int millis = (int) Math.min(NO_TIMEOUT_BEYOND_MILLIS, timeout.toMillis());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setSoTimeout(millis);
            var secure =
                    (SSLSocket)
                            tls.getSocketFactory()
                                    .createSocket(plain, ServerName.COLLECTOR, port, true);
            try (secure) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setProtocols(new String[] {"TLSv1.3"});
                parameters.setApplicationProtocols(new String[] {"h2"});
                secure.setSSLParameters(parameters);
                secure.startHandshake();
            }
        }
        return pin.seen.orElseThrow(
                () -> new CertificateException("the handshake ended without a certificate"));
    }

    /** Trusts one authority, known by its fingerprint only, and only for collectors. */
    private static final class Pin implements X509TrustManager {
        private final Fingerprint fingerprint;
        private Optional<CollectorCertificate> seen = Optional.empty();

        private Pin(Fingerprint fingerprint) {
            this.fingerprint = fingerprint;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType)
                throws CertificateException {
            X509Certificate authority = null;
            for (X509Certificate certificate : chain) {
                if (Fingerprint.of(certificate).equals(fingerprint)) {
                    authority = certificate;
                }
            }
            if (authority == null) {
                throw new CertificateException(
                        "expected the authority " + fingerprint + ", found another");
            }
            checkPath(chain, authType, authority);
            if (!isCollector(chain[0])) {
                throw new CertificateException(
                        "expected the certificate of a collector, found that of "
                                + chain[0].getSubjectX500Principal());
            }
            seen = Optional.of(new CollectorCertificate(chain[0], authority));
        }

        private static void checkPath(
                X509Certificate[] chain, String authType, X509Certificate authority)
                throws CertificateException {
            try {
                for (TrustManager trust : TlsContext.trust(List.of(authority))) {
                    if (trust instanceof X509TrustManager x509) {
                        x509.checkServerTrusted(chain, authType);
                    }
                }
            } catch (CertificateException e) {
                throw e;
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e);
            }
        }

        private static boolean isCollector(X509Certificate certificate)
                throws CertificateException {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null
                    && names.stream()
                            .anyMatch(
                                    name ->
                                            name.get(0).equals(DNS_NAME)
                                                    && ServerName.COLLECTOR.equals(name.get(1)));
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType)
                throws CertificateException {
            throw new CertificateException("expected to be the client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
