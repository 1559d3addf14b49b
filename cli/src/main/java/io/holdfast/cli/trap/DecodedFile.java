package io.holdfast.cli.trap;

import java.util.List;

/**
 * What was found in a file or message.
 *
 * @param traps its notifications, in order
 * @param others how many SNMP messages tell nothing: requests and answers
 * @param encrypted how many are encrypted and cannot be read here
 * @param foreign how many datagrams and packets are no SNMP
 * @param torn whether the file ends within a packet
 * @param problems why messages could not be read, the first few
 */
public record DecodedFile(
        List<TrapRecord> traps,
        int others,
        int encrypted,
        int foreign,
        boolean torn,
        List<String> problems) {

    public DecodedFile {
        traps = List.copyOf(traps);
        problems = List.copyOf(problems);
    }

    /**
     * A notification in words.
     *
     * @param source who sent it, where the file says so
     * @param form v1, v2c or v3 and whether trap or inform
     * @param name what it is called
     * @param oid its number; empty where a text has a name alone that nobody knows
     * @param known whether the catalogue knows it
     * @param sign what happened, as a word; empty where it is unknown
     * @param severity how grave it sounds; empty where it is unknown
     * @param kind of what kind the part is; empty where it is unknown
     * @param part the part; empty where the device is meant
     * @param text for people
     * @param clears the notifications whose trouble this ends
     * @param upTime how long the sender ran, in hundredths of a second; -1 where it does not say
     * @param bindings what it carried
     */
    public record TrapRecord(
            String source,
            String form,
            String name,
            String oid,
            boolean known,
            String sign,
            String severity,
            String kind,
            String part,
            String text,
            List<String> clears,
            long upTime,
            List<Carried> bindings) {
        public TrapRecord {
            clears = List.copyOf(clears);
            bindings = List.copyOf(bindings);
        }
    }

    /**
     * A binding in words.
     *
     * @param object the instance
     * @param value as a person reads it
     * @param word what the value is called; empty where nobody knows
     */
    public record Carried(String object, String value, String word) {}
}
