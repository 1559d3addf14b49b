package io.holdfast.config.value;

import io.holdfast.core.component.HostId;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The kinds of text that settings share. */
public final class Values {

    /** A text of one line. */
    public static final Texts<String> LINE =
            new Texts<>("text of 1 to 200 characters", Values::line);

    /** A path from the root, so that it means the same wherever the service was started. */
    public static final Texts<Path> ABSOLUTE_PATH =
            new Texts<>("an absolute path", Values::absolutePath);

    /** A host that is connected to. */
    public static final Texts<HostPort> PEER =
            new Texts<>(
                    "host:port such as collector.example.net:7443 or [2001:db8::1]:7443",
                    text -> HostPort.parse(text).filter(peer -> peer.port() > 0));

    /** An address that is listened on. */
    public static final Texts<HostPort> LISTEN =
            new Texts<>("address:port such as 0.0.0.0:7443 or [::]:7443", HostPort::parse);

    /** A name or address that a certificate may carry. */
    public static final Texts<String> NETWORK_NAME =
            new Texts<>("a DNS name or IP address", matching(NetworkNames::isHostOrAddress));

    /** Where a host stands. */
    public static final Texts<HostId> HOST_ID =
            new Texts<>("a host as site/rack/host", Values::hostId);

    /** A mailbox, {@code local@domain} of RFC 5321, section 4.1.2, without quoting. */
    public static final Texts<String> MAIL_ADDRESS =
            new Texts<>(
                    "a mail address such as ops@example.net",
                    matching(
                            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]+(\\.[\\w-]+)*")
                                    .asMatchPredicate()));

    /** An address that is fetched. */
    public static final Texts<URI> WEB_ADDRESS =
            new Texts<>("an http or https address", Values::webAddress);

    /** A time of day. */
    public static final Texts<LocalTime> TIME_OF_DAY =
            new Texts<>("a time of day such as \"02:30\"", Values::timeOfDay);

    /** A time zone of the IANA data base. */
    public static final Texts<ZoneId> ZONE =
            new Texts<>("a time zone such as UTC or Europe/Berlin", Values::zone);

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int LONGEST_LINE = 200;

    private Values() {}

    private static Function<String, Optional<String>> matching(Predicate<String> predicate) {
        return text -> Optional.of(text).filter(predicate);
    }

    private static Optional<String> line(String text) {
        boolean good =
                !text.isBlank()
                        && text.length() <= LONGEST_LINE
                        && text.chars().noneMatch(Character::isISOControl);
        return good ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Path> absolutePath(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<HostId> hostId(String text) {
        try {
            return Optional.of(HostId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> webAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> timeOfDay(String text) {
        return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
