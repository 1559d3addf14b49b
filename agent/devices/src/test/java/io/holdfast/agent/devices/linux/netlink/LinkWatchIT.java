package io.holdfast.agent.devices.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The watch over the running kernel. */
@Timeout(60)
final class LinkWatchIT {

    private static final int CLONE_NEWNET = 0x40000000;

    private final BlockingQueue<LinkChange> told = new LinkedBlockingQueue<>();

    @Test
    void withoutPrivilegesItTellsOfTheLoopbackInterface() throws Exception {
        try (LinkWatch watch = LinkWatch.open(LinkWatchIT::platformThread)) {
            watch.start(told::add);
            assertThat(next(seen("lo"))).isNotNull();
        }
    }

    @Test
    void closingEndsTheThreadThatWaitsInTheKernel() throws Exception {
        BlockingQueue<Thread> made = new LinkedBlockingQueue<>();
        LinkWatch watch =
                LinkWatch.open(
                        task -> {
                            Thread thread = platformThread(task);
                            made.add(thread);
                            return thread;
                        });
        watch.start(told::add);
        assertThat(next(seen("lo"))).isNotNull();
        watch.close();
        assertThat(made.take().isAlive()).isFalse();
        watch.close();
    }

    @Test
    void aLinkThatComesAndGoesIsToldInOrder() throws Exception {
        inOwnNamespace(
                () -> {
                    try (LinkWatch watch = LinkWatch.open(LinkWatchIT::platformThread)) {
                        watch.start(told::add);
                        assertThat(next(seen("lo"))).isNotNull();
                        ip("link add hf0 type veth peer name hf1");
                        ip("link set hf0 up");
                        ip("link set hf1 up");
                        next(state("hf0", true, true));
                        ip("link set hf1 down");
                        next(state("hf0", true, false));
                        ip("link set hf1 up");
                        next(state("hf0", true, true));
                        ip("link del hf0");
                        next(
                                change ->
                                        change instanceof LinkChange.Gone(int _, String name)
                                                && name.equals("hf0"));
                        assertThat(watch.counts().malformed()).isEmpty();
                    }
                    return null;
                });
    }

    /** Takes changes up to the one that fits; those before it are not looked at again. */
    private LinkChange next(Predicate<LinkChange> fits) throws InterruptedException {
        while (true) {
            LinkChange change = told.poll(20, TimeUnit.SECONDS);
            assertThat(change).as("a change that was expected within 20 s").isNotNull();
            if (change != null && fits.test(change)) {
                return change;
            }
        }
    }

    private static Predicate<LinkChange> seen(String name) {
        return change ->
                change instanceof LinkChange.Seen(LinkState state) && state.name().equals(name);
    }

    private static Predicate<LinkChange> state(String name, boolean adminUp, boolean lowerUp) {
        return change ->
                change instanceof LinkChange.Seen(LinkState state)
                        && state.name().equals(name)
                        && state.adminUp() == adminUp
                        && state.lowerUp() == lowerUp;
    }

    private static Thread platformThread(Runnable task) {
        return Thread.ofPlatform().name("links").daemon().unstarted(task);
    }

    /** Runs on a thread that has left for a network namespace of its own, which ends with it. */
    private static void inOwnNamespace(Callable<?> test) throws Exception {
        require(ip("-V") == 0, "no ip(8) here: cannot make links");
        FutureTask<Integer> unshare = new FutureTask<>(LinkWatchIT::unshare);
        FutureTask<?> task = new FutureTask<>(test);
        Thread inside =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    unshare.run();
                                    task.run();
                                });
        boolean own = unshare.get() == 0;
        if (!own) {
            inside.join();
        }
        require(own, "not root: cannot make a network namespace");
        task.get();
    }

    /** In CI everything that the test needs must be there. */
    private static void require(boolean holds, String otherwise) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(holds).as(otherwise).isTrue();
        }
        assumeTrue(holds, otherwise);
    }

    private static int unshare() {
        Linker linker = Linker.nativeLinker();
        MethodHandle call =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("unshare"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            return (int) call.invokeExact(CLONE_NEWNET);
        } catch (Throwable e) {
            throw new AssertionError("unshare(2) is declared wrongly", e);
        }
    }

    private static int ip(String arguments) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(("ip " + arguments).split(" "))
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            assertThat(code).as("ip %s: %s", arguments, output).isZero();
            return code;
        } catch (IOException e) {
            if (arguments.equals("-V")) {
                return -1;
            }
            throw e;
        }
    }
}
