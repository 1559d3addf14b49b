package io.holdfast.collector.authority;

import io.holdfast.collector.operations.ServerTls;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** TLS of all servers of a collector. */
public final class CollectorTls implements ServerTls {

    private final Authority authority;
    private final KeyManager keys;
    private final TrustManager trust;

    public CollectorTls(Authority authority, ServerIdentity identity, InstantSource clock) {
        this.authority = authority;
        keys = new CurrentKey(identity);
        trust = new ClientTrust(authority.certificate(), clock);
    }

    /** Shows the current certificate. */
    public KeyManager keys() {
        return keys;
    }

    /** Accepts clients of our own authority. */
    public TrustManager trust() {
        return trust;
    }

    @Override
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS 1.3", e);
        }
    }

    @Override
    public String fingerprint() {
        return authority.fingerprint().hex();
    }
}
