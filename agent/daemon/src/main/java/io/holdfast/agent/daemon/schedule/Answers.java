package io.holdfast.agent.daemon.schedule;

import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import java.time.Instant;

/** Takes what probes bring. */
public interface Answers {

    /** A probe looked in time. */
    void survey(Survey survey) throws InterruptedException;

    /** A probe did not answer in time, or broke. */
    void missed(String probe, Instant at, Silence why) throws InterruptedException;
}
