package io.holdfast.collector.calendar;

import io.holdfast.collector.store.StoreException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ThreadFactory;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.simpl.RAMJobStore;

/** Does things at times of the day, whatever daylight saving makes of them. */
public final class Calendar implements AutoCloseable {

    private static final String NAME = "holdfast";

    private final Scheduler scheduler;

    private Calendar(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * A calendar that is empty.
     *
     * @param threads makes the threads that do the work
     */
    public static Calendar start(ThreadFactory threads) {
        try {
            DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
            factory.createScheduler(NAME, NAME, new VirtualThreads(threads), new RAMJobStore());
            Scheduler scheduler = factory.getScheduler(NAME);
            scheduler.start();
            return new Calendar(scheduler);
        } catch (SchedulerException e) {
            throw new StoreException("cannot start the calendar: " + e.getMessage(), e);
        }
    }

    /** Does this once an hour, at a minute past. */
    public void hourly(String name, int minute, Runnable work) {
        put(name, "0 " + minute + " * * * ?", ZoneOffset.UTC, work);
    }

    /** Does this once a day, at a time of a zone. */
    public void daily(String name, LocalTime at, ZoneId zone, Runnable work) {
        put(
                name,
                at.getSecond() + " " + at.getMinute() + " " + at.getHour() + " * * ?",
                zone,
                work);
    }

    private void put(String name, String cron, ZoneId zone, Runnable work) {
        JobDetail job =
                JobBuilder.newJob(CalendarJob.class)
                        .withIdentity(name)
                        .usingJobData(new JobDataMap(Map.of(CalendarJob.WORK, work)))
                        .build();
        Trigger trigger =
                TriggerBuilder.newTrigger()
                        .withIdentity(name)
                        .withSchedule(
                                CronScheduleBuilder.cronSchedule(cron)
                                        .inTimeZone(TimeZone.getTimeZone(zone))
                                        .withMisfireHandlingInstructionFireAndProceed())
                        .build();
        try {
            scheduler.deleteJob(job.getKey());
            scheduler.scheduleJob(job, trigger);
        } catch (SchedulerException e) {
            throw new StoreException(
                    "cannot put " + name + " into the calendar: " + e.getMessage(), e);
        }
    }

    /** Takes something out of the calendar again. */
    public void remove(String name) {
        try {
            scheduler.deleteJob(JobKey.jobKey(name));
        } catch (SchedulerException e) {
            throw new StoreException("cannot take " + name + " out of the calendar", e);
        }
    }

    /** When something is done next; empty where it is not in the calendar. */
    Optional<Instant> next(String name) {
        try {
            return Optional.ofNullable(scheduler.getTrigger(TriggerKey.triggerKey(name)))
                    .map(Trigger::getNextFireTime)
                    .map(Date::toInstant);
        } catch (SchedulerException e) {
            throw new StoreException("cannot look " + name + " up in the calendar", e);
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            throw new StoreException("cannot end the calendar: " + e.getMessage(), e);
        }
    }
}
