package city.sim.bench;

import city.sim.broker.BrokerAddress;
import city.sim.broker.OwnBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Mosquitto of our own, set up as the manual of the cockpit asks for. */
final class Mosquitto implements AutoCloseable {

    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param program the folder into which it was unpacked */
    static Mosquitto start(Path program, Path folder) throws IOException, InterruptedException, BenchException {
        var port = OwnBroker.freePort();
        Files.createDirectories(folder);
        var settings = Files.writeString(folder.resolve("mosquitto.conf"), """
                listener %d 127.0.0.1
                allow_anonymous true
                persistence true
                persistence_location %s/
                autosave_on_changes false
                autosave_interval 10
                max_queued_messages 0
                max_queued_bytes 0
                max_inflight_messages 2000
                set_tcp_nodelay true
                user root
                """.formatted(port, folder));
        var process = new ProcessBuilder(program.resolve("usr/sbin/mosquitto").toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        var mosquitto = new Mosquitto(process, port);
        for (var attempt = 0; attempt < 100; attempt++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return mosquitto;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        mosquitto.close();
        throw new BenchException("Mosquitto did not start: " + Files.readString(folder.resolve("mosquitto.log")));
    }

    BrokerAddress address() {
        return new BrokerAddress(URI.create("mqtt://127.0.0.1:" + port), Optional.empty());
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
