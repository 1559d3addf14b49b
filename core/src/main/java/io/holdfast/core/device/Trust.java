package io.holdfast.core.device;

/** By what a device's TLS certificate is believed. */
public sealed interface Trust {

    /** The authorities that the polling machine trusts. */
    record Machine() implements Trust {}

    /**
     * An authority of its own.
     *
     * @param pem its certificate, RFC 7468
     */
    record Authority(String pem) implements Trust {}

    /**
     * The very certificate.
     *
     * @param sha256 of its DER form, 64 digits in lower-case hexadecimal
     */
    record Fingerprint(String sha256) implements Trust {}

    /** Nothing: whoever answers is believed. */
    record Anyone() implements Trust {}
}
