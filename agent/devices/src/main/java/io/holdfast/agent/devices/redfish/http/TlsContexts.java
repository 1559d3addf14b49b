package io.holdfast.agent.devices.redfish.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the TLS context that goes with a kind of trust. */
final class TlsContexts {

    private TlsContexts() {}

    static SSLContext of(Trust trust) {
        try {
            PeerCheck check =
                    switch (trust) {
                        case Trust.Pinned(Fingerprint fingerprint) -> PeerCheck.pinned(fingerprint);
                        case Trust.Authorities(List<X509Certificate> certificates) ->
                                PeerCheck.by(authorities(store(certificates)));
                        case Trust.PublicAuthorities all -> PeerCheck.by(authorities(null));
                        case Trust.Anybody all -> PeerCheck.none();
                    };
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {check}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime cannot do TLS", e);
        }
    }

    /** Whether the name in the URL must be the certificate's. */
    static boolean namesMatter(Trust trust) {
        return switch (trust) {
            case Trust.Pinned pinned -> false;
            case Trust.Authorities authorities -> true;
            case Trust.PublicAuthorities all -> true;
            case Trust.Anybody anybody -> false;
        };
    }

    private static KeyStore store(List<X509Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("authority-" + i, certificates.get(i));
        }
        return store;
    }

    /** The Java runtime's check against these authorities, or against its own list. */
    private static X509ExtendedTrustManager authorities(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("PKIX gave no X.509 trust manager");
    }
}
