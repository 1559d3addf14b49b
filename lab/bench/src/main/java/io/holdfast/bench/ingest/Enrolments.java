package io.holdfast.bench.ingest;

import io.holdfast.core.component.HostId;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.EnrolmentClient;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.tls.Identity;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Gets every simulated agent its certificate, as real agents do. */
record Enrolments(EnrolmentClient client, EnrolmentToken token) {

    private static final int AT_ONCE = 8;
    private static final int TRIES = 5;

    /** One identity for each host, in order. */
    List<Identity> all(List<HostId> hosts) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Identity>> asked = new ArrayList<>();
            hosts.forEach(host -> asked.add(threads.submit(() -> one(host))));
            List<Identity> identities = new ArrayList<>();
            for (Future<Identity> answer : asked) {
                identities.add(answer.get());
            }
            return identities;
        }
    }

    private Identity one(HostId host) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair key = generator.generateKeyPair();
        return one(host, key, TRIES);
    }

    /** A slow machine may answer too late; for the same key, asking again costs no other use. */
    private Identity one(HostId host, KeyPair key, int tries) {
        return switch (client.enrol(token, host, key)) {
            case EnrolAnswer.Issued issued -> new Identity(key.getPrivate(), issued.chain());
            case EnrolAnswer.Refused refused ->
                    throw new IllegalStateException(host + " was refused: " + refused);
            case EnrolAnswer.Unreachable not -> {
                if (tries > 1) {
                    yield one(host, key, tries - 1);
                }
                throw new IllegalStateException(host + " found no collector: " + not);
            }
        };
    }
}
