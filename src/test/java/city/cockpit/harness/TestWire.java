package city.cockpit.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The wire to a server, with a hand on it: it can be cut, and it can swallow what is said while everybody believes that it
 * still stands. Connect to {@link #port} instead of the server's.
 */
public final class TestWire implements AutoCloseable {

    private final int serverPort;
    private final ServerSocket entrance;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong toServer = new AtomicLong();
    private final AtomicLong toClient = new AtomicLong();
    private volatile boolean refuses;
    private volatile boolean swallowsToServer;
    private volatile boolean swallowsToClient;

    /** A wire that passes everything on. */
    public TestWire(int serverPort) {
        this.serverPort = serverPort;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Where it listens on this machine. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Closes the connections that stand; new ones are welcome. */
    public void cut() {
        for (var end : List.copyOf(ends)) hangUp(end);
    }

    /** Closes the connections that stand and every new one, until {@link #mend}. */
    public void takeAway() {
        refuses = true;
        cut();
    }

    /** From now on nothing comes through in either direction, and nobody is told. */
    public void swallow() {
        swallowsToServer = true;
        swallowsToClient = true;
    }

    /** From now on the server hears nothing, and the client is not told. */
    public void swallowWhatTheClientSays() {
        swallowsToServer = true;
    }

    /** Everything comes through again; connections from which something was swallowed are closed. */
    public void mend() {
        if (swallowsToServer || swallowsToClient) cut();
        swallowsToServer = false;
        swallowsToClient = false;
        refuses = false;
    }

    /** How many bytes the server was sent through this wire, without what was swallowed. */
    public long bytesToServer() {
        return toServer.get();
    }

    /** How many bytes the clients were sent through this wire, without what was swallowed. */
    public long bytesToClient() {
        return toClient.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException e) {
                // The server is away or the test is over; the client sees that its connection ends.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (refuses) {
            client.close();
            return;
        }
        ends.add(client);
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            ends.add(server);
            threads.execute(() -> pass(client, server, true));
            threads.execute(() -> pass(server, client, false));
        } catch (IOException e) {
            hangUp(client);
            throw e;
        }
    }

    private void pass(Socket from, Socket to, boolean isToServer) {
        try {
            pass(from.getInputStream(), to.getOutputStream(), isToServer);
        } catch (IOException e) {
            // Cut.
        }
        hangUp(from);
        hangUp(to);
    }

    private void pass(InputStream in, OutputStream out, boolean isToServer) throws IOException {
        var buffer = new byte[16 << 10];
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (isToServer ? swallowsToServer : swallowsToClient) continue;
            out.write(buffer, 0, count);
            (isToServer ? toServer : toClient).addAndGet(count);
        }
    }

    private void hangUp(Socket end) {
        ends.remove(end);
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
        threads.shutdownNow();
    }
}
