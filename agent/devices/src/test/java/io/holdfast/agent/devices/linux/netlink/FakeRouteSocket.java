package io.holdfast.agent.devices.linux.netlink;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** A kernel that says what a test wrote down, and then waits until it is stopped. */
final class FakeRouteSocket implements RouteSocket {

    private final Deque<Receipt> script = new ArrayDeque<>();
    private boolean stopped;
    private boolean open = true;
    private int dumps;
    private int answerToDump;

    synchronized FakeRouteSocket says(byte[]... messages) {
        ByteBuffer bytes = Wire.datagram(messages);
        script.add(new Receipt.Datagram(bytes));
        return this;
    }

    synchronized FakeRouteSocket gives(Receipt receipt) {
        script.add(receipt);
        return this;
    }

    synchronized FakeRouteSocket refusesDumpsWith(int errno) {
        answerToDump = errno;
        return this;
    }

    synchronized int dumps() {
        return dumps;
    }

    synchronized boolean open() {
        return open;
    }

    @Override
    public synchronized Receipt receive() {
        Receipt next = script.poll();
        if (next != null) {
            return next;
        }
        while (!stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                return new Receipt.Broken("interrupted");
            }
        }
        return new Receipt.Stopped();
    }

    @Override
    public synchronized int requestDump() {
        dumps++;
        return answerToDump;
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        open = false;
    }
}
