package city.cockpit.platform;

import city.cockpit.transport.Transport;
import city.cockpit.transport.TransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Looks, as soon as the settings are known and before anything is started or logged, whether this cockpit can run: the
 * data folder is ours alone, certificate and key are a pair, and the ports are free. What it finds ends the start with a sentence.
 */
final class Preflight implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String HTTP_PORT = "server.port";
    private static final String MANAGEMENT_PORT = "management.server.port";
    private static final String MQTT_PORT = "cockpit.platform.mqtt-port";
    private static final String MQTTS_PORT = "cockpit.platform.mqtts-port";
    private static final String REDIRECT_PORT = "cockpit.tls.redirect-port";

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        try {
            look(event.getEnvironment());
        } catch (StartRefusedException | TransportException e) {
            // Nothing is started and the log is not open yet, so there is nothing that Spring could end or tell.
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void look(ConfigurableEnvironment settings) {
        Transport.check(settings);
        takeFolder(Path.of(settings.getProperty("cockpit.data", "data")).toAbsolutePath());
        var http = port(settings, HTTP_PORT, 8080);
        settings.getPropertySources()
                .addLast(new MapPropertySource("derived settings", Map.of(MANAGEMENT_PORT, http == 0 ? 0 : http + 1)));
        checkFree(HTTP_PORT, webAddress(settings, http));
        checkFree(MANAGEMENT_PORT, loopback(port(settings, MANAGEMENT_PORT, 0)));
        var hasBroker = OwnServers.has(settings, OwnServers.BROKER);
        if (!hasBroker) checkFree(MQTT_PORT, loopback(port(settings, MQTT_PORT, 1883)));
        if (!Transport.isEncrypted(settings)) return;
        if (!hasBroker) checkFree(MQTTS_PORT, new InetSocketAddress(port(settings, MQTTS_PORT, 8883)));
        var redirect = port(settings, REDIRECT_PORT, 0);
        if (redirect != 0) checkFree(REDIRECT_PORT, webAddress(settings, redirect));
    }

    private static void takeFolder(Path data) {
        try {
            Files.createDirectories(data);
            var file =
                    FileChannel.open(data.resolve("cockpit.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // A forgotten channel would be closed, and the lock be lost, by the garbage collector.
            SpringApplication.getShutdownHandlers().add(() -> close(file));
            if (file.tryLock() == null)
                throw new StartRefusedException(
                        "Another cockpit is running on the data folder %s: stop it, or choose another folder with --data (cockpit.data)."
                                .formatted(data));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data folder %s cannot be written to: choose another one with --data (cockpit.data), or get the right to write there."
                            .formatted(data),
                    e);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(ConfigurableEnvironment settings, String setting, int byDefault) {
        var text = settings.getProperty(setting, Integer.toString(byDefault));
        try {
            var port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65_535) return port;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartRefusedException("'%s' is not a port: set %s to a number up to 65535.".formatted(text, setting));
    }

    private static void checkFree(String setting, InetSocketAddress wanted) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(wanted);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "Port %d is in use or not allowed: choose another one with %s."
                            .formatted(wanted.getPort(), optionOf(setting)),
                    e);
        }
    }

    private static String optionOf(String setting) {
        return switch (setting) {
            case HTTP_PORT -> "--http-port (server.port)";
            case MQTT_PORT -> "--mqtt-port (cockpit.platform.mqtt-port)";
            case MQTTS_PORT -> "--mqtts-port (cockpit.platform.mqtts-port)";
            case REDIRECT_PORT -> "--redirect-port (cockpit.tls.redirect-port)";
            default -> "--http-port (management takes the port after it), or with " + setting;
        };
    }

    private static InetSocketAddress webAddress(ConfigurableEnvironment settings, int port) {
        var address = settings.getProperty("server.address");
        return address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
