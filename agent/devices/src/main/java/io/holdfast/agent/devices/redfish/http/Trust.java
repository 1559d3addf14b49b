package io.holdfast.agent.devices.redfish.http;

import java.security.cert.X509Certificate;
import java.util.List;

/** By what a BMC's certificate is known to be its own. */
public sealed interface Trust {

    /** It is this very certificate, whatever name and dates are in it. */
    record Pinned(Fingerprint fingerprint) implements Trust {}

    /** One of these authorities vouches for it and for the name in the URL. */
    record Authorities(List<X509Certificate> certificates) implements Trust {
        public Authorities {
            certificates = List.copyOf(certificates);
        }
    }

    /** An authority of the Java runtime's own list vouches for it and for the name in the URL. */
    record PublicAuthorities() implements Trust {}

    /** It is not asked who answers. Whoever is on the way can read the password. */
    record Anybody() implements Trust {}
}
