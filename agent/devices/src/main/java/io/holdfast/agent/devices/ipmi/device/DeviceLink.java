package io.holdfast.agent.devices.ipmi.device;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.BmcLink;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.core.time.Ticker;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The BMC of this machine. Native calls block, so they have a platform thread of their own, which
 * ends when it has had nothing to do for a while.
 */
public final class DeviceLink implements BmcLink {

    /** The device file of the first BMC. */
    public static final String DEFAULT = "/dev/ipmi0";

    /** The kernel itself gives a request up after 5 s (ipmi_msghandler). */
    static final Duration DEADLINE = Duration.ofSeconds(6);

    private static final int IDLE_SECONDS = 5;

    /** A request may wait behind one that nobody waits for any more. */
    private static final int MOST_WAITING = 4;

    private final String path;
    private final Driver.Opener opener;
    private final Ticker ticker;
    private final ThreadPoolExecutor thread;
    private @Nullable Driver driver;
    private long ids;
    private final AtomicLong sent = new AtomicLong();

    DeviceLink(String path, Driver.Opener opener, Ticker ticker) {
        this.path = path;
        this.opener = opener;
        this.ticker = ticker;
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(MOST_WAITING),
                        Thread.ofPlatform().daemon().name("ipmi " + path).factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /** A link that opens this device file when it is first asked. */
    public static DeviceLink of(String path, Ticker ticker) {
        return new DeviceLink(path, () -> NativeDriver.open(path), ticker);
    }

    @Override
    public String source() {
        return path;
    }

    @Override
    public long sent() {
        return sent.get();
    }

    @Override
    public Answer exchange(Request request) throws InterruptedException {
        FutureTask<Answer> task = new FutureTask<>(() -> ask(request));
        if (thread.getQueue().remainingCapacity() == 0) {
            return late();
        }
        thread.execute(task);
        try {
            return task.get(DEADLINE.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return late();
        } catch (ExecutionException e) {
            return new Answer.None(Answer.Why.UNREACHABLE, path + ": " + e.getCause());
        }
    }

    private Answer ask(Request request) {
        try {
            Driver open = open();
            ids++;
            sent.incrementAndGet();
            open.send(ids, request);
            return await(open, ids);
        } catch (NoSuchFileException e) {
            return new Answer.None(Answer.Why.NO_DEVICE, "there is no " + path);
        } catch (AccessDeniedException e) {
            return new Answer.None(
                    Answer.Why.NOT_PERMITTED, path + " may not be opened by this user");
        } catch (IOException e) {
            shut();
            return new Answer.None(Answer.Why.UNREACHABLE, path + ": " + e.getMessage());
        }
    }

    private Answer await(Driver open, long id) throws IOException {
        long end = ticker.nanos() + DEADLINE.toNanos();
        for (long left = DEADLINE.toNanos(); left > 0; left = end - ticker.nanos()) {
            Optional<Driver.Message> came = open.receive(Duration.ofNanos(left));
            // Events, and answers that came after we had stopped waiting, are left.
            if (came.isPresent() && came.get().answer() && came.get().id() == id) {
                Driver.Message message = came.get();
                return message.data().has(1)
                        ? new Answer.Reply(message.data().u8(0), message.data().from(1))
                        : new Answer.None(
                                Answer.Why.NOT_UNDERSTOOD,
                                "the driver gave an answer without a completion code");
            }
        }
        return late();
    }

    private Answer late() {
        return new Answer.None(
                Answer.Why.TIMED_OUT,
                "no answer through " + path + " within " + DEADLINE.toSeconds() + " s");
    }

    private Driver open() throws IOException {
        Driver now = driver;
        if (now == null) {
            now = opener.open();
            driver = now;
        }
        return now;
    }

    private void shut() {
        Driver now = driver;
        if (now != null) {
            now.close();
            driver = null;
        }
    }

    @Override
    public void close() {
        if (thread.getQueue().remainingCapacity() > 0) {
            thread.execute(this::shut);
        }
    }
}
