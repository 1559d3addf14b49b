package io.holdfast.collector.calendar;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.quartz.spi.ThreadPool;

/** Runs Quartz' jobs on virtual threads, a few at a time. Public, because Quartz looks at it. */
public final class VirtualThreads implements ThreadPool {

    static final int MOST = 4;

    private final ThreadFactory threads;
    private final Semaphore free = new Semaphore(MOST);
    private volatile boolean over;

    VirtualThreads(ThreadFactory threads) {
        this.threads = threads;
    }

    @Override
    public boolean runInThread(Runnable job) {
        if (over || !free.tryAcquire()) {
            return false;
        }
        threads.newThread(
                        () -> {
                            try {
                                job.run();
                            } finally {
                                free.release();
                            }
                        })
                .start();
        return true;
    }

    @Override
    public int blockForAvailableThreads() {
        free.acquireUninterruptibly();
        free.release();
        return free.availablePermits();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown(boolean waitForJobsToComplete) {
        over = true;
        if (waitForJobsToComplete) {
            free.acquireUninterruptibly(MOST);
        }
    }

    @Override
    public int getPoolSize() {
        return MOST;
    }

    @Override
    public void setInstanceId(String id) {}

    @Override
    public void setInstanceName(String name) {}
}
