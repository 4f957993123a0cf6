package city.cockpit.access;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Links of walls without a database. */
public final class InMemoryWallDoor implements WallDoor {

    private final Map<String, Right> rights = new HashMap<>();
    private volatile CountDownLatch jam = new CountDownLatch(0);

    /** From now on that secret opens so much. */
    public synchronized void be(String secret, Right right) {
        rights.put(secret, right);
    }

    public synchronized void clear() {
        rights.clear();
    }

    /** Whoever asks waits until the task is run, as for a database that is away. */
    public Runnable jam() {
        var jammed = new CountDownLatch(1);
        jam = jammed;
        return jammed::countDown;
    }

    @Override
    public Right ask(String secret, String address) {
        try {
            jam.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return find(secret);
    }

    private synchronized Right find(String secret) {
        return rights.getOrDefault(secret, Right.NONE);
    }
}
