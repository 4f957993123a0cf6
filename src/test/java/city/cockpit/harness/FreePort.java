package city.cockpit.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * A port of this machine on which nobody listens. Drawn by lot from those that the system gives to nobody: a port of the
 * system's choice may serve somebody's outgoing connection, or a test class beside this one, before it is used.
 */
public final class FreePort {

    private static final int FIRST = 15_000;
    /** Linux gives those from 32,768 on to whoever calls out. */
    private static final int LAST = 32_000;

    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** Another one each time. */
    public static int find() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, LAST))
                .limit(ATTEMPTS)
                .filter(port -> isFree(port) && GIVEN.add(port))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no port is free"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
