package io.holdfast.agent.devices.redfish.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Checks a BMC's certificate, and says which certificate it was that it refused. */
final class PeerCheck extends X509ExtendedTrustManager {

    private static final X509Certificate[] NONE = {};

    /** What is asked of a certificate. */
    @FunctionalInterface
    interface Question {
        /** Throws where the certificate is not to be trusted. */
        void ask(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException;
    }

    private final Question question;

    PeerCheck(Question question) {
        this.question = question;
    }

    /** Asks whether it is this certificate. */
    static PeerCheck pinned(Fingerprint expected) {
        return new PeerCheck(
                (chain, authType, socket) -> {
                    Fingerprint found = Fingerprint.of(chain[0]);
                    if (!found.equals(expected)) {
                        throw new Untrusted(found, "expected the certificate " + expected);
                    }
                });
    }

    /** Asks another check, which is the Java runtime's own. */
    static PeerCheck by(X509ExtendedTrustManager authorities) {
        return new PeerCheck(
                (chain, authType, socket) -> {
                    try {
                        authorities.checkServerTrusted(chain, authType, socket);
                    } catch (CertificateException e) {
                        String why = Objects.requireNonNullElse(e.getMessage(), e.toString());
                        throw new Untrusted(Fingerprint.of(chain[0]), why);
                    }
                });
    }

    /** Asks nothing. */
    static PeerCheck none() {
        return new PeerCheck((chain, authType, socket) -> {});
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("the server showed no certificate");
        }
        question.ask(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are checked here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("only sockets are checked here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NONE.clone();
    }
}
