package city.cockpit.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulletinTests {

    private static final SeriesId PM10 = new SeriesId("air-07/pm10");

    private final FakeCatalog catalog = new FakeCatalog();
    private final Seal seal = new Seal(new byte[Seal.SECRET_BYTES]);
    private final Bulletin bulletin = new Bulletin(
            UUID.randomUUID(),
            42,
            true,
            List.of(
                    new Reading(PM10, Instant.parse("2026-11-22T10:15:00.123456Z"), 12.5, Quality.TIMED_ON_ARRIVAL),
                    new Reading(PM10, Instant.parse("1970-01-01T00:00:00Z"), -3, Quality.GOOD)));

    BulletinTests() {
        catalog.add(PM10.value(), "Marktplatz");
    }

    @Test
    void whatOneNodeWritesAnotherOneReads() {
        assertThat(opened(sealed()).flatMap(this::read)).contains(bulletin);
    }

    @Test
    void aSeriesThatIsNotKnownHereYetIsLeftOut() {
        assertThat(opened(sealed()).flatMap(content -> Bulletin.read(content, key -> Optional.empty())))
                .map(Bulletin::readings)
                .contains(List.of());
    }

    @Test
    void whoeverDoesNotKnowTheSecretIsNotBelieved() {
        var secret = new byte[Seal.SECRET_BYTES];
        secret[31] = 1;
        assertThat(opened(new Seal(secret).seal(written()))).isEmpty();
    }

    @Test
    void oneChangedBitBreaksTheSeal() {
        for (var bit = 0; bit < 8 * sealed().length; bit++) {
            var changed = sealed();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(opened(changed)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void whateverSomebodySendsIsNoReasonToFail() {
        var random = new Random(2026);
        for (var length = 0; length < 500; length++) {
            var noise = new byte[length];
            random.nextBytes(noise);
            assertThat(opened(noise)).isEmpty();
            assertThatCode(() -> read(ByteBuffer.wrap(noise))).doesNotThrowAnyException();
        }
    }

    @Test
    void theLargestFitsIntoWhatIsAccepted() {
        var most =
                Collections.nCopies(Bulletin.MOST_READINGS, bulletin.readings().getFirst());
        var largest = new Bulletin(bulletin.sender(), 1, false, most);
        assertThat(seal.seal(largest.write(id -> catalog.series(id).key()))).hasSizeLessThan(Bulletin.MOST_BYTES);
    }

    private Optional<Bulletin> read(ByteBuffer content) {
        return Bulletin.read(content, this::series);
    }

    private Optional<Series> series(int key) {
        return catalog.listSeries().stream().filter(one -> one.key() == key).findFirst();
    }

    private Optional<ByteBuffer> opened(byte[] message) {
        return seal.open(message);
    }

    private ByteBuffer written() {
        return bulletin.write(id -> catalog.series(id).key());
    }

    private byte[] sealed() {
        return seal.seal(written());
    }
}
