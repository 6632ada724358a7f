package org.keizoku.notice;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.keizoku.people.contact.ContactChannel;

/** A channel that dies with its node: what the provider has begun to take it takes, whatever was not sent by then is never sent. */
final class MortalChannel implements Channel<RealMessage> {

    private final Channel<RealMessage> channel;
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
    private volatile boolean dead;

    MortalChannel(Channel<RealMessage> channel) {
        this.channel = channel;
    }

    /** Returns once the provider has done what it had begun: its answers reach nobody. */
    void dies() {
        dead = true;
        life.writeLock().lock();
        life.writeLock().unlock();
    }

    @Override
    public Side<RealMessage> side() {
        return channel.side();
    }

    @Override
    public ContactChannel kind() {
        return channel.kind();
    }

    @Override
    public int workers() {
        return channel.workers();
    }

    @Override
    public boolean reports() {
        return channel.reports();
    }

    @Override
    public Optional<String> messageId(long notice) {
        return channel.messageId(notice);
    }

    @Override
    public Outcome send(RealMessage message) {
        life.readLock().lock();
        try {
            if (dead) {
                throw new IllegalStateException("a killed node sends nothing");
            }
            return channel.send(message);
        } finally {
            life.readLock().unlock();
        }
    }

    @Override
    public Trace trace(RealMessage message, Predicate<String> known) {
        return channel.trace(message, known);
    }

    @Override
    public void rest() {
        channel.rest();
    }
}
