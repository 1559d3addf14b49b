package io.holdfast.agent.devices.ipmi.sdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSdrCacheTest {

    private static final RepositoryInfo INFO = new RepositoryInfo(22, 7, 8);
    private static final String BMC = "ipmi 10.0.0.7:623";

    @TempDir private Path folder;

    @Test
    void givesRecordsOfTheSameStateAlone() {
        Repository repository = new Repository(INFO, SdrFile.own());
        FileSdrCache cache = new FileSdrCache(folder.resolve("new"));
        assertThat(cache.get(BMC, INFO)).isEmpty();
        cache.put(BMC, repository);
        assertThat(cache.get(BMC, INFO)).contains(repository);
        assertThat(cache.get(BMC, new RepositoryInfo(22, 9, 8))).isEmpty();
        assertThat(cache.get("ipmi 10.0.0.8:623", INFO)).isEmpty();
    }

    @Test
    void recordsWithoutADateAreNotKept() {
        RepositoryInfo undated = new RepositoryInfo(22, 0, 0);
        FileSdrCache cache = new FileSdrCache(folder);
        cache.put(BMC, new Repository(undated, SdrFile.own()));
        assertThat(cache.get(BMC, undated)).isEmpty();
    }

    @Test
    void aDamagedFileIsAsIfItWereNotThere() throws IOException {
        FileSdrCache cache = new FileSdrCache(folder);
        cache.put(BMC, new Repository(INFO, SdrFile.own()));
        try (var files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            for (String bad : List.of("", "holdfast-sdr 1\n22 7 8\nxyz", "other\n22 7 8\n00")) {
                Files.writeString(file, bad);
                assertThat(cache.get(BMC, INFO)).isEmpty();
            }
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNoFailure() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        FileSdrCache cache = new FileSdrCache(file.resolve("below"));
        cache.put(BMC, new Repository(INFO, SdrFile.own()));
        assertThat(cache.get(BMC, INFO)).isEmpty();
    }
}
