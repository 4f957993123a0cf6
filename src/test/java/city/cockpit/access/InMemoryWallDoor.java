package city.cockpit.access;

import java.util.HashMap;
import java.util.Map;

/** Links of walls without a database. */
public final class InMemoryWallDoor implements WallDoor {

    private final Map<String, Right> rights = new HashMap<>();

    /** From now on that secret opens so much. */
    public synchronized void be(String secret, Right right) {
        rights.put(secret, right);
    }

    public synchronized void clear() {
        rights.clear();
    }

    @Override
    public synchronized Right ask(String secret, String address) {
        return rights.getOrDefault(secret, Right.NONE);
    }
}
