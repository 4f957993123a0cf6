package city.cockpit.basemap;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Asks the service by configuration for one tile. Follows no redirection, sends no cookie, waits and reads no more than
 * is due, and takes nothing but an image.
 */
@Component
class TileFetcher implements AutoCloseable {

    static final int LARGEST = 1 << 20;

    private static final int AT_ONCE = 8;

    private final TileAddresses addresses;
    private final Duration patience;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final HttpClient client;

    TileFetcher(MapSettings settings) {
        this.addresses = new TileAddresses(settings);
        this.patience = settings.timeout();
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Blocks, at most twice as long as its patience. */
    Fetched fetch(Tile tile) throws InterruptedException {
        if (!free.tryAcquire(patience.toMillis(), MILLISECONDS)) return new Fetched.Unavailable("too many at once");
        try {
            return ask(tile);
        } finally {
            free.release();
        }
    }

    private Fetched ask(Tile tile) throws InterruptedException {
        var request = HttpRequest.newBuilder(addresses.of(tile))
                .header("User-Agent", "urban-cockpit")
                .header("Accept", "image/png, image/jpeg, image/webp")
                .build();
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return read(answer.get(patience.toMillis(), MILLISECONDS));
        } catch (TimeoutException e) {
            return new Fetched.Unavailable("no answer within " + patience);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException reason) return new Fetched.Unavailable(reason.toString());
            throw new IllegalStateException(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static Fetched read(HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        if (status == 404 || status == 204) return new Fetched.Absent();
        if (status != 200) return new Fetched.Unavailable("status " + status);
        var type = answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        var content = answer.body();
        if (!MapSettings.FORMATS.contains(type) || !Image.looksLike(type, content))
            return new Fetched.Unavailable("no image but '%.50s'".formatted(type));
        var fresh = Freshness.of(answer.headers().firstValue("Cache-Control").orElse(""));
        return new Fetched.Found(new Image(type, new Image.Bytes(content), fresh, tag(content)));
    }

    private static String tag(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
