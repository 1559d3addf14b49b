package io.holdfast.collector.alerting;

/**
 * Something that people are to be told.
 *
 * @param about the id of what it is about; one mail thread for each trouble of it
 * @param standing how that stands now, to be remembered as told
 * @param subject the mail's subject line
 * @param body the mail's text
 */
public record Alert(String about, Standing standing, String subject, String body) {

    /**
     * How something stood when people were told.
     *
     * @param redundancy the word of its redundancy
     * @param spares how many more members may fail
     * @param trouble whether that is worse than it ought to be
     */
    public record Standing(String redundancy, int spares, boolean trouble) {}
}
