package io.holdfast.config.file;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file, in words for whoever named it.
 *
 * <p>The platform tells most of it by the class of an exception alone, whose message is then no
 * more than the path.
 */
public final class FileTrouble {

    private FileTrouble() {}

    /** What an exception says, with the file that it is about. */
    public static String of(Exception e) {
        return of(e, Path.of(""));
    }

    /**
     * What an exception says.
     *
     * @param named the file that the sentence around it names already; another that the exception
     *     is about is named here
     */
    public static String of(Exception e, Path named) {
        if (e instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return of(wrapped.getCause(), named);
        }
        if (e instanceof FileSystemException about) {
            @Nullable String file = about.getFile();
            boolean other = file != null && !file.equals(named.toString());
            return (other ? file + ": " : "") + reason(about);
        }
        if (e instanceof CharacterCodingException) {
            return "expected text, found bytes that are none";
        }
        return said(e);
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case FileAlreadyExistsException _ -> "something of that name is there already";
            case AccessDeniedException _ -> "this user may not";
            case NotDirectoryException _ -> "not a folder";
            case DirectoryNotEmptyException _ -> "the folder is not empty";
            case FileSystemLoopException _ -> "links lead in a circle";
            default -> {
                @Nullable String reason = e.getReason();
                yield reason == null || reason.isBlank() ? said(e) : begin(reason);
            }
        };
    }

    private static String said(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null || message.isBlank() ? "the system does not say why" : message;
    }

    /** The kernel's own words are sentences; ours go on after a colon. */
    private static String begin(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
