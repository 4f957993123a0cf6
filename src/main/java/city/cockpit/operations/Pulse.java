package city.cockpit.operations;

import city.cockpit.ingest.Counts;
import city.cockpit.live.CityPicture;
import city.cockpit.live.LiveCity;
import city.cockpit.measurement.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How the readings flow through the cockpit. Looked at once with each picture of the city, however many pages are open.
 * Any thread may read.
 */
public final class Pulse {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<Counts> ledger;
    private final Supplier<Optional<Instant>> databaseAwaySince;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private CityPicture before;
    private volatile Beat beat;

    /** @param delay median of the newest readings that came since the picture before; empty if none did */
    private record Sample(Instant at, long stored, Optional<Duration> delay) {}

    /**
     * @param counts since the cockpit started
     * @param perMinute readings stored in a minute; empty for the first seconds
     * @param delay from the moment a value held to the picture that shows it: the median of each picture, and of those the
     *     one of the last minute; empty while nothing new comes
     * @param databaseAwaySince since when nothing is stored, so that nothing new is shown either
     */
    record Beat(Counts counts, OptionalLong perMinute, Optional<Duration> delay, Optional<Instant> databaseAwaySince) {}

    /** @param databaseAwaySince since when the database takes no readings; empty while it does */
    public Pulse(LiveCity city, Supplier<Counts> ledger, Supplier<Optional<Instant>> databaseAwaySince) {
        this.ledger = ledger;
        this.databaseAwaySince = databaseAwaySince;
        this.before = city.picture();
        this.beat = new Beat(ledger.get(), OptionalLong.empty(), Optional.empty(), databaseAwaySince.get());
        var _ = city.subscribe(this::listen);
    }

    Beat beat() {
        return beat;
    }

    /** On the one thread that publishes pictures. */
    private void listen(CityPicture picture) {
        var counts = ledger.get();
        samples.add(new Sample(picture.at(), counts.stored(), median(delays(picture))));
        while (samples.getFirst().at().isBefore(picture.at().minus(MEMORY))) samples.removeFirst();
        before = picture;
        beat = new Beat(
                counts,
                perMinute(),
                median(samples.stream().flatMap(sample -> sample.delay().stream())),
                databaseAwaySince.get());
    }

    private Stream<Duration> delays(CityPicture picture) {
        return picture.series().values().stream()
                .flatMap(state -> state.newest().stream())
                .filter(newest -> newestBefore(newest).filter(newest::equals).isEmpty())
                .map(newest -> Duration.between(newest.phenomenonTime(), picture.at()));
    }

    private Optional<Reading> newestBefore(Reading newest) {
        return Optional.ofNullable(before.series().get(newest.series())).flatMap(state -> state.newest());
    }

    private OptionalLong perMinute() {
        var first = samples.getFirst();
        var last = samples.getLast();
        var elapsed = Duration.between(first.at(), last.at());
        if (elapsed.compareTo(PATIENCE) < 0) return OptionalLong.empty();
        return OptionalLong.of((last.stored() - first.stored()) * MEMORY.toMillis() / elapsed.toMillis());
    }

    private static Optional<Duration> median(Stream<Duration> delays) {
        var sorted = delays.sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
