package io.holdfast.agent.devices.check;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes the holder of one certificate, or everyone where none is chosen.
 *
 * <p>Extended, because the JDK holds names against certificates behind a plain trust manager's
 * back.
 */
final class ChosenPeer extends X509ExtendedTrustManager {

    private final String sha256;

    /**
     * @param sha256 of the certificate's DER form in hexadecimal; empty for everyone
     */
    ChosenPeer(String sha256) {
        this.sha256 = sha256;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (sha256.isEmpty()) {
            return;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
            String found = HexFormat.of().formatHex(digest);
            if (!found.equals(sha256)) {
                throw new CertificateException(
                        "expected a certificate with SHA-256 " + sha256 + ", found " + found);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new CertificateException("SHA-256 is missing", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("a client is never believed");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("a client is never believed");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("a client is never believed");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
