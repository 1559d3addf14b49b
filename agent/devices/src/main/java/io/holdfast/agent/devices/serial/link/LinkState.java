package io.holdfast.agent.devices.serial.link;

/**
 * How a link stands, as one end sees it.
 *
 * <pre>
 *            a session that does not        it names our session:
 *            name ours: it is greeted       it is there now, and has our key
 *   SILENT ----------------------> GREETING ----------------------> UP
 *     ^  |                            |                             |
 *     |  `---- it names our session --|-----------------------------'
 *     |                               |                             |
 *     `------- nothing for so long ---+-----------------------------'
 * </pre>
 */
public enum LinkState {
    /** Nothing that counts is heard. */
    SILENT,
    /** The other end is heard and has not shown yet that it hears us. */
    GREETING,
    /** Both hear one another. */
    UP;

    /** What can happen to a link. */
    enum Happening {
        /** A frame of a session that does not name ours. */
        STRANGER,
        /** A frame that names our session. */
        PROOF,
        /** Nothing for too long. */
        QUIET
    }

    /** Where that leads. */
    LinkState after(Happening happening) {
        return switch (this) {
            case SILENT ->
                    switch (happening) {
                        case STRANGER -> GREETING;
                        case PROOF -> UP;
                        case QUIET -> SILENT;
                    };
            case GREETING ->
                    switch (happening) {
                        case STRANGER -> GREETING;
                        case PROOF -> UP;
                        case QUIET -> SILENT;
                    };
            case UP ->
                    switch (happening) {
                        // Only a candidate: an old greeting that is played back must not end a
                        // link.
                        case STRANGER -> UP;
                        case PROOF -> UP;
                        case QUIET -> SILENT;
                    };
        };
    }
}
