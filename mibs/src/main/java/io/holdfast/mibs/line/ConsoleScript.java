package io.holdfast.mibs.line;

import io.holdfast.core.component.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How to ask a family of devices at its console, and what it answers. All patterns but those of the
 * rules are held against the last, unfinished line.
 *
 * @param name what the script is called
 * @param line the parameters that these consoles leave the factory with
 * @param device what they are
 * @param identity attributes that all of them share
 * @param prompt how the console shows that it waits for a command
 * @param login how it asks who is there
 * @param pager how it shows that a page is full
 * @param prepare commands before all others, such as one that ends paging
 * @param commands what to ask, by name
 * @param leave commands that end the session
 * @param covers groups of parts that cover one another, by name
 */
public record ConsoleScript(
        String name,
        String line,
        Kind device,
        SortedMap<String, String> identity,
        Pattern prompt,
        Optional<Login> login,
        Optional<Pager> pager,
        List<String> prepare,
        SortedMap<String, ConsoleCommand> commands,
        List<String> leave,
        SortedMap<String, Cover> covers) {

    /** The most commands of one script. */
    public static final int MOST_COMMANDS = 32;

    public ConsoleScript {
        identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
        commands = Collections.unmodifiableSortedMap(new TreeMap<>(commands));
        covers = Collections.unmodifiableSortedMap(new TreeMap<>(covers));
        prepare = List.copyOf(prepare);
        leave = List.copyOf(leave);
    }

    /** The part that is the device itself. */
    public Part self() {
        return new Part(device, device.word());
    }

    /**
     * How a console asks who is there.
     *
     * @param user how it asks for the name
     * @param password how it asks for the password
     * @param refused how it says no, in any line
     */
    public record Login(Pattern user, Pattern password, Pattern refused) {}

    /**
     * How a console shows that a page is full.
     *
     * @param pattern the line
     * @param answer what brings the next page
     */
    public record Pager(Pattern pattern, String answer) {}
}
