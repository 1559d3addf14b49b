package io.holdfast.collector.peer;

import io.holdfast.core.component.HostId;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.EnrolmentClient;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.tls.Identity;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.concurrent.Executor;

/** A host that has a certificate of a collector. */
public record Enlisted(HostId host, Identity identity) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** What a collector on this machine answers to a new key of a host. */
    public static EnrolAnswer ask(
            int port, String token, HostId host, KeyPair key, Executor threads) {
        return new EnrolmentClient("127.0.0.1", port, TIMEOUT, threads)
                .enrol(EnrolmentToken.parse(token), host, key);
    }

    /** Enrolls a host. */
    public static Enlisted at(int port, String token, HostId host, Executor threads) {
        KeyPair key = newKey();
        EnrolAnswer answer = ask(port, token, host, key, threads);
        if (answer instanceof EnrolAnswer.Issued issued) {
            return new Enlisted(host, new Identity(key.getPrivate(), issued.chain()));
        }
        throw new AssertionError("expected a certificate, found " + answer);
    }

    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
