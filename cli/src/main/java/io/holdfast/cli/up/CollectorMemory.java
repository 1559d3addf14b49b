package io.holdfast.cli.up;

import io.holdfast.cli.Failure;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.wire.enrol.KeyFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What the collector would go on from, looked at before it is started: it refuses the same, but
 * then its last words are all that there is to tell.
 */
record CollectorMemory(StateFolder state) {

    /**
     * The certificate of its authority; empty where it never ran.
     *
     * @throws Failure if the authority is damaged, or its store is gone
     */
    Optional<X509Certificate> authority() {
        if (!Files.exists(state.authority())) {
            return Optional.empty();
        }
        X509Certificate authority = read();
        File store = state.store().toFile();
        if (store.length() == 0) {
            throw new Failure(
                    "expected the store of the collector's authority "
                            + state.authority()
                            + ", found "
                            + (store.exists() ? "an empty " : "no ")
                            + store
                            + ": its history, accepted inventories and revocations are gone",
                    restoreOrBeginAnew());
        }
        return Optional.of(authority);
    }

    private X509Certificate read() {
        try {
            return new KeyFile(state.authority()).read(1).certificate();
        } catch (IOException e) {
            throw new Failure(
                    "the authority of the collector is damaged or cannot be read: "
                            + FileTrouble.of(e),
                    restoreOrBeginAnew());
        }
    }

    private String restoreOrBeginAnew() {
        return "restore a backup: holdfast collector restore BACKUP --force --config "
                + state.collectorSettings()
                + "; or begin anew, without what it knew: mv "
                + state.root()
                + " "
                + state.root()
                + ".lost";
    }
}
