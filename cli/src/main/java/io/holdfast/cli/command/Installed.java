package io.holdfast.cli.command;

import io.holdfast.cli.Failure;

/** The programs beside this one. */
final class Installed {

    private Installed() {}

    /** Where they are. */
    static Context.Installation require(Context context) {
        return context.installation()
                .orElseThrow(
                        () ->
                                new Failure(
                                        "expected to be started by the holdfast launcher, which knows"
                                                + " where agent and collector are",
                                        "start ./holdfast from the source tree"));
    }
}
