package io.holdfast.mibs.profile;

import io.holdfast.mibs.object.Oid;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which devices a profile is for: those that any of its conditions fits.
 *
 * @param everyDevice all
 * @param objects those whose sysObjectID is one of these or lies below
 * @param description those in whose sysDescr this is found, in any case
 */
public record Match(boolean everyDevice, List<Oid> objects, Optional<Pattern> description) {

    /** The longest sysDescr that is looked at, in characters; RFC 3418 allows 255. */
    public static final int LONGEST_DESCRIPTION = 1024;

    public Match {
        objects = List.copyOf(objects);
    }

    /** Whether the profile is for a device that says this of itself. */
    public boolean fits(Oid sysObjectId, String sysDescr) {
        String text = sysDescr.substring(0, Math.min(sysDescr.length(), LONGEST_DESCRIPTION));
        return everyDevice
                || objects.stream().anyMatch(sysObjectId::startsWith)
                || description.filter(pattern -> pattern.matcher(text).find()).isPresent();
    }
}
