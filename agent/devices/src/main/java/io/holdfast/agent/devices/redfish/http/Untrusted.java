package io.holdfast.agent.devices.redfish.http;

import java.security.cert.CertificateException;

/** A certificate that is not to be trusted, and which it is. */
final class Untrusted extends CertificateException {

    private static final long serialVersionUID = 1;

    private final transient Fingerprint found;

    Untrusted(Fingerprint found, String why) {
        super(why);
        this.found = found;
    }

    Fingerprint found() {
        return found;
    }
}
