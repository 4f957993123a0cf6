package city.cockpit.platform;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What this cockpit runs on.
 *
 * @param version of the cockpit
 * @param dataFolder absolute
 * @param dataBytes size of the data folder on disk, at most a minute old
 * @param log the newest log file, absolute
 * @param brokerVersion of the embedded broker; one of the town's own does not tell
 */
public record PlatformStatus(
        String version,
        Path dataFolder,
        long dataBytes,
        Path log,
        Server database,
        Server broker,
        Optional<String> brokerVersion) {

    /**
     * A server that the cockpit uses.
     *
     * @param embedded whether the cockpit runs it itself
     * @param address for people, without anything secret
     */
    public record Server(boolean embedded, String address) {}
}
