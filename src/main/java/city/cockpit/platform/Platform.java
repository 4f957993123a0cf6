package city.cockpit.platform;

import city.cockpit.mqtt.BrokerDetails;
import city.cockpit.platform.PlatformStatus.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Knows what this cockpit runs on. Any thread may ask at any time. */
@Component
public class Platform {

    private static final Duration SIZE_IS_GOOD_FOR = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final DataFolder folder;
    private final String version;
    private final Server database;
    private final Server broker;
    private final Optional<String> brokerVersion;
    private volatile Measured size;

    private record Measured(Instant at, long bytes) {}

    Platform(
            InstantSource clock,
            DataFolder folder,
            Environment settings,
            ObjectProvider<BuildProperties> build,
            JdbcConnectionDetails database,
            BrokerDetails broker) {
        this.clock = clock;
        this.folder = folder;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("from source");
        this.database = new Server(!OwnServers.has(settings, OwnServers.DATABASE), withoutQuery(database.getJdbcUrl()));
        this.broker = new Server(
                !OwnServers.has(settings, OwnServers.BROKER), broker.uri().toString());
        this.brokerVersion = this.broker.embedded() ? Optional.of(EmbeddedBroker.version()) : Optional.empty();
        this.size = new Measured(Instant.MIN, 0);
    }

    /** Cheap: the size of the data folder is measured once a minute at most. */
    public PlatformStatus status() {
        var data = folder.data().toAbsolutePath();
        return new PlatformStatus(version, data, dataBytes(data), folder.log(), database, broker, brokerVersion);
    }

    private long dataBytes(Path data) {
        var known = size;
        var now = clock.instant();
        if (known.at().isAfter(now.minus(SIZE_IS_GOOD_FOR))) return known.bytes();
        var measured = new Measured(now, measure(data));
        size = measured;
        return measured.bytes();
    }

    private static long measure(Path data) {
        var sum = new FileSizes();
        try {
            Files.walkFileTree(data, sum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.bytes;
    }

    /** Parameters of the address may hold a password. */
    private static String withoutQuery(String url) {
        return url.replaceFirst("\\?.*$", "");
    }

    /** The database makes and removes files while we look. */
    private static final class FileSizes extends SimpleFileVisitor<Path> {

        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
