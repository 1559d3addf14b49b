package io.holdfast.agent.devices.check;

import io.holdfast.core.device.Trust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS that believes whom a check trusts. */
final class TrustedTls {

    private TrustedTls() {}

    /**
     * A context for new connections.
     *
     * @throws GeneralSecurityException if the authority is no certificate
     */
    static SSLContext context(Trust trust) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        switch (trust) {
            case Trust.Machine _ -> context.init(null, null, null);
            case Trust.Authority(String pem) -> context.init(null, managers(pem), null);
            case Trust.Fingerprint(String sha256) ->
                    context.init(null, new TrustManager[] {new ChosenPeer(sha256)}, null);
            case Trust.Anyone _ ->
                    context.init(null, new TrustManager[] {new ChosenPeer("")}, null);
        }
        return context;
    }

    /** Names are held against certificates only where an authority vouches for them. */
    static SSLParameters parameters(Trust trust) {
        SSLParameters parameters = new SSLParameters();
        switch (trust) {
            case Trust.Machine _, Trust.Authority _ ->
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
            case Trust.Fingerprint _, Trust.Anyone _ -> {}
        }
        return parameters;
    }

    private static TrustManager[] managers(String pem)
            throws GeneralSecurityException, IOException {
        Collection<? extends Certificate> authorities =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(
                                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate authority : authorities) {
            store.setCertificateEntry("ca" + number++, authority);
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
