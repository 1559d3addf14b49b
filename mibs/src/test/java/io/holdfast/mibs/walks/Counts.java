package io.holdfast.mibs.walks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Power supplies and fans as a plain script counts them over the raw walk, knowing nothing of
 * profiles.
 */
record Counts(int supplies, int fans) {

    /** What the script says of a walk. */
    static Counts of(Path script, Path walk) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(script.toString(), walk.toString())
                        .redirectErrorStream(true)
                        .start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String[] words = said.split(" ");
        if (process.waitFor() != 0 || words.length != 2) {
            throw new IOException(script + " " + walk + ": " + said);
        }
        return new Counts(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }
}
