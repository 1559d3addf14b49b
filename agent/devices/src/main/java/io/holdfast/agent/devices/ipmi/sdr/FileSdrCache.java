package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records kept in a folder, a file for each BMC, so that a command that is run again need not fetch
 * them again. Only those of a BMC that dates its records: another server may answer at the same
 * address the next time. A file that cannot be read or written is as if it were not there.
 *
 * <p>A file begins with a line of its format and a line of the repository's state; then each record
 * is a line of hexadecimal digits.
 */
public final class FileSdrCache implements SdrCache {

    private static final String FORMAT = "holdfast-sdr 1";

    /** More than any repository is as text. */
    private static final long MOST_BYTES = 4 << 20;

    private final Path folder;

    public FileSdrCache(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Repository> get(String bmc, RepositoryInfo info) {
        Path file = file(bmc);
        try {
            if (!info.dated() || !Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            boolean same =
                    lines.size() > 2
                            && lines.getFirst().equals(FORMAT)
                            && lines.get(1).equals(words(info));
            return same ? repository(info, lines.subList(2, lines.size())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Repository> repository(RepositoryInfo info, List<String> lines) {
        List<Octets> records = new ArrayList<>();
        for (String line : lines) {
            if (line.length() % 2 != 0 || !line.chars().allMatch(FileSdrCache::hexDigit)) {
                return Optional.empty();
            }
            records.add(Octets.ofHex(line));
        }
        return Optional.of(new Repository(info, records));
    }

    private static boolean hexDigit(int c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }

    @Override
    public void put(String bmc, Repository repository) {
        if (!repository.info().dated()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(FORMAT);
        lines.add(words(repository.info()));
        repository.raw().forEach(record -> lines.add(record.hex()));
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "sdr", ".new");
            Files.write(fresh, lines);
            Files.move(fresh, file(bmc), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The records are read again the next time.
        }
    }

    private static String words(RepositoryInfo info) {
        return info.records() + " " + info.added() + " " + info.erased();
    }

    private Path file(String bmc) {
        return folder.resolve(bmc.replaceAll("[^A-Za-z0-9.-]", "_") + ".sdr");
    }
}
