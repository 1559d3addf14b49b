package io.holdfast.planted.collector.maker;

/** Breaks a rule on purpose. */
public class SeesBouncyCastle {
    public final Class<?> seen = org.bouncycastle.cert.X509CertificateHolder.class;
}
