package io.holdfast.collector.calendar;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what was put into the calendar, never twice at a time. Made by Quartz. */
@DisallowConcurrentExecution
public final class CalendarJob implements Job {

    static final String WORK = "work";

    private static final Logger log = LoggerFactory.getLogger(CalendarJob.class);

    @Override
    public void execute(JobExecutionContext context) {
        if (context.getMergedJobDataMap().get(WORK) instanceof Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.error("{} failed: {}", context.getJobDetail().getKey().getName(), e.toString());
            }
        }
    }
}
