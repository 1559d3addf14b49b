package io.holdfast.cli.support;

import io.holdfast.cli.Failure;
import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * What is collected for support: named texts without secrets, and what could not be had.
 *
 * <p>Mutable and for one thread.
 */
public final class Bundle {

    /** Of a longer text, only the end is taken. */
    static final int MOST_CHARACTERS = 4 << 20;

    private static final int LISTING_DEPTH = 4;
    private static final int MOST_LISTED = 2_000;

    private final Map<String, String> origins;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    /**
     * An empty bundle.
     *
     * @param origins where what is in each of its folders comes from
     */
    public Bundle(Map<String, String> origins) {
        this.origins = new LinkedHashMap<>(origins);
    }

    /** Adds a text, or the reason why there is none. */
    public void add(String name, Supplier<String> text) {
        try {
            String whole = text.get();
            int from = Math.max(0, whole.length() - MOST_CHARACTERS);
            texts.put(name, Redaction.of(whole.substring(from)));
        } catch (Failure e) {
            missing.put(name, String.valueOf(e.getMessage()));
        }
    }

    /** Adds a file, or where it was looked for. */
    public void addFile(String name, Path file) {
        add(name, () -> read(file));
    }

    /**
     * Adds what is in a folder: names, sizes and rights, and nothing of what is inside the files.
     */
    public void addListing(String name, Path folder) {
        add(name, () -> listing(folder));
    }

    /** The list of what is inside, which is also its first file. */
    public String contents() {
        StringBuilder list =
                new StringBuilder("What is in this bundle; secrets are replaced by ***.\n\n");
        origins.forEach(
                (folder, from) ->
                        list.append("  ").append(folder).append(": ").append(from).append('\n'));
        list.append('\n');
        texts.forEach(
                (name, text) ->
                        list.append("  ")
                                .append(name)
                                .append(", ")
                                .append(text.length())
                                .append(" characters\n"));
        missing.forEach(
                (name, why) ->
                        list.append("  without ")
                                .append(name)
                                .append(": ")
                                .append(why)
                                .append('\n'));
        return list.toString();
    }

    /** Writes a compressed tar archive that only its owner may read; it must not exist yet. */
    public void write(Path file, Instant at) {
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(file, options, ownerOnly);
                OutputStream out = new GZIPOutputStream(Channels.newOutputStream(channel));
                TarWriter tar = new TarWriter(out, at)) {
            tar.add("holdfast-support/CONTENTS", contents());
            for (Map.Entry<String, String> text : texts.entrySet()) {
                tar.add("holdfast-support/" + text.getKey(), text.getValue());
            }
        } catch (FileAlreadyExistsException e) {
            throw new Failure(
                    "expected a new file, found " + file, "choose another with --output FILE");
        } catch (IOException e) {
            throw new Failure(
                    "cannot write " + file + ": " + FileTrouble.of(e, file),
                    "choose another with --output FILE");
        }
    }

    private static String listing(Path folder) {
        try (Stream<Path> files = Files.walk(folder, LISTING_DEPTH)) {
            StringBuilder list = new StringBuilder();
            for (Path file : files.sorted().limit(MOST_LISTED).toList()) {
                PosixFileAttributes found =
                        Files.readAttributes(
                                file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                list.append(PosixFilePermissions.toString(found.permissions()))
                        .append(' ')
                        .append(found.owner().getName())
                        .append(' ')
                        .append(found.size())
                        .append(' ')
                        .append(found.lastModifiedTime())
                        .append(' ')
                        .append(file)
                        .append('\n');
            }
            return list.toString();
        } catch (NoSuchFileException e) {
            throw new Failure("looked for " + folder + ", found no such folder", "");
        } catch (IOException | UncheckedIOException e) {
            throw new Failure("cannot list " + folder + ": " + FileTrouble.of(e, folder), "");
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new Failure("looked for " + file + ", found no such file", "");
        } catch (AccessDeniedException e) {
            throw new Failure("looked for " + file + ", may not read it", "");
        } catch (IOException e) {
            throw new Failure("cannot read " + file + ": " + FileTrouble.of(e, file), "");
        }
    }
}
