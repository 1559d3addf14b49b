package io.holdfast.wire.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS 1.3 contexts that trust one private authority and nothing else. */
public final class TlsContext {

    private static final String PROTOCOL = "TLSv1.3";
    private static final char[] IN_MEMORY_ONLY = new char[0];

    private TlsContext() {}

    /**
     * A context for one end.
     *
     * @param authorities the private authority's certificates
     * @param identity what we show of ourselves, if anything
     */
    public static SSLContext of(List<X509Certificate> authorities, Optional<Identity> identity)
            throws GeneralSecurityException {
        return of(trust(authorities), identity);
    }

    /** A context with a judgement of its own on the other end. */
    public static SSLContext of(TrustManager[] trust, Optional<Identity> identity)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance(PROTOCOL);
        KeyManager[] keys = identity.isPresent() ? keys(identity.get()) : new KeyManager[0];
        context.init(keys, trust, null);
        return context;
    }

    /** Checks chains against these authorities, by the rules of PKIX (RFC 5280). */
    public static TrustManager[] trust(List<X509Certificate> authorities)
            throws GeneralSecurityException {
        KeyStore store = emptyStore();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Shows this identity, with its chain. */
    public static KeyManager[] keys(Identity identity) throws GeneralSecurityException {
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "identity",
                identity.key(),
                IN_MEMORY_ONLY,
                identity.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, IN_MEMORY_ONLY);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, IN_MEMORY_ONLY);
        } catch (IOException e) {
            throw new GeneralSecurityException("a store without a file cannot fail to load", e);
        }
        return store;
    }
}
