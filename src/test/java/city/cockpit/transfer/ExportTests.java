package city.cockpit.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.csv.CsvText;
import city.cockpit.history.Admission;
import city.cockpit.history.Appended;
import city.cockpit.history.Archive;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Town;
import city.cockpit.transfer.FileForm.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class ExportTests {

    private static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");
    private static final Interval DAY = new Interval(NOON.minus(Duration.ofHours(12)), NOON.plus(Duration.ofHours(12)));

    private final FakeCatalog catalog = new FakeCatalog();
    private final Series fine = catalog.add("air-markt/pm2_5", "Markt");
    private final Series coarse = catalog.add("air-markt/pm10", "Markt");
    private final InMemoryArchive archive = new InMemoryArchive();

    @Test
    void aLongFileHasALineForEachReading() {
        store(fine, NOON, 8.5, Quality.GOOD);
        store(fine, NOON.plusSeconds(60), 2_000, Quality.IMPLAUSIBLE);
        assertThat(written(Shape.LONG)).isEqualTo("""
                time,sensor,observed_property,value,unit_ucum,quality\r
                2026-01-15T12:00:00+01:00,air-markt,pm2_5,8.5,ug/m3,\r
                2026-01-15T12:01:00+01:00,air-markt,pm2_5,2000,ug/m3,implausible\r
                """);
    }

    @Test
    void aWideFileHasALineForEachMoment() {
        store(fine, NOON, 8.5, Quality.GOOD);
        store(coarse, NOON, 12, Quality.GOOD);
        store(coarse, NOON.plusSeconds(60), 13, Quality.GOOD);
        assertThat(written(Shape.WIDE)).isEqualTo("""
                time,air-markt/pm2_5,air-markt/pm10\r
                2026-01-15T12:00:00+01:00,8.5,12\r
                2026-01-15T12:01:00+01:00,,13\r
                """);
    }

    /** Over the night in which summer time ends, with fractions of seconds and values of all sizes. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void whatIsReadInAgainIsNothingButRepeats(Shape shape) {
        var random = new Random(3);
        var night = Instant.parse("2025-10-25T23:00:00Z");
        for (var i = 0; i < 5_000; i++) {
            var time = night.plusMillis(i * 2_500L + random.nextInt(2) * 250L);
            store(fine, time, Math.scalb(random.nextDouble(), random.nextInt(16) - 8), Quality.GOOD);
            if (i % 3 == 0) store(coarse, time, random.nextInt(100), Quality.GOOD);
        }
        var span = new Interval(night, night.plus(Duration.ofHours(5)));
        var bytes = written(shape, span).getBytes(UTF_8);
        var form = new Recognition(catalog, ZoneId.of("Europe/Berlin")).guess(bytes);
        assertThat(form.shape()).isEqualTo(shape);
        var readings = read(bytes, form);
        assertThat(readings).hasSize(5_000 + 1_667);
        var appended = archive.append(readings, beside -> {});
        assertThat(appended.stored()).isEmpty();
        assertThat(appended.conflicts()).isEmpty();
        assertThat(appended.duplicates()).hasSize(readings.size());
    }

    /** A year of six series by the minute is three million readings. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void aYearTakesNoMoreRoomThanADay(Shape shape) throws IOException {
        var year = Duration.ofDays(365);
        var endless = new Minutes();
        var series = new ArrayList<Series>();
        for (var i = 0; i < 6; i++) series.add(catalog.add("noise-%d/laeq".formatted(i), "Markt"));
        var out = new Sink();
        new Export(
                        endless,
                        () -> new Town("Musterstadt", ZoneId.of("UTC")),
                        new TransferSettings(DataSize.ofMegabytes(1), 1))
                .write(shape, series, new Interval(NOON, NOON.plus(year)), out);
        assertThat(out.bytes).isGreaterThan(20_000_000);
        assertThat(endless.largestPage.get()).isLessThanOrEqualTo(2_000);
        assertThat(out.longestWait)
                .as("bytes that came in before some went out")
                .isLessThan(1_000_000);
    }

    @Test
    void whoComesWhileAllPlacesAreTakenIsSentAway() throws IOException {
        store(fine, NOON, 8.5, Quality.GOOD);
        var export = export(archive);
        var second = new ArrayList<Boolean>();
        export.write(Shape.LONG, List.of(fine), DAY, new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                second.add(export.write(Shape.LONG, List.of(fine), DAY, OutputStream.nullOutputStream()));
            }
        });
        assertThat(second).isNotEmpty().containsOnly(false);
        assertThat(export.write(Shape.LONG, List.of(fine), DAY, OutputStream.nullOutputStream()))
                .isTrue();
    }

    private void store(Series series, Instant time, double value, Quality quality) {
        archive.append(List.of(new Reading(series.id(), time, value, quality)), beside -> {});
    }

    private String written(Shape shape) {
        return written(shape, DAY);
    }

    private String written(Shape shape, Interval span) {
        var out = new ByteArrayOutputStream();
        try {
            assertThat(export(archive).write(shape, List.of(fine, coarse), span, out))
                    .isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(UTF_8);
    }

    private static Export export(Archive archive) {
        return new Export(
                archive,
                () -> new Town("Musterstadt", ZoneId.of("Europe/Berlin")),
                new TransferSettings(DataSize.ofMegabytes(1), 1));
    }

    private List<Reading> read(byte[] bytes, FileForm form) {
        var readings = new ArrayList<Reading>();
        var sink = new Lines.Sink() {
            @Override
            public void reading(Reading reading) {
                readings.add(reading);
            }

            @Override
            public void refused(String column, Refusal reason, String detail) {
                throw new AssertionError(reason + " " + detail);
            }

            @Override
            public void empty() {}
        };
        try (var reader =
                CsvText.reader(new ByteArrayInputStream(bytes), form.encoding().charset(), form.separator())) {
            var records = reader.iterator();
            var lines = new Lines(
                    form,
                    Sample.columns(records.next(), true),
                    catalog,
                    new Admission((property, arrival) -> Instant.EPOCH));
            while (records.hasNext()) lines.read(records.next(), NOON, sink);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return readings;
    }

    /** A history without end of which nothing is kept. */
    private static final class Minutes implements Archive {

        private final AtomicInteger largestPage = new AtomicInteger();

        @Override
        public Appended append(List<Reading> readings, Consumer<Appended> beside) {
            throw new UnsupportedOperationException("nothing is stored");
        }

        @Override
        public Appended foresee(List<Reading> readings) {
            throw new UnsupportedOperationException("nothing is stored");
        }

        @Override
        public List<Reading> listFirst(Series series, Interval span, int most) {
            largestPage.accumulateAndGet(most, Math::max);
            var page = new ArrayList<Reading>();
            var minute = Math.ceilDiv(span.from().toEpochMilli(), 60_000);
            for (var time = Instant.ofEpochMilli(minute * 60_000);
                    page.size() < most && time.isBefore(span.to());
                    time = time.plusSeconds(60)) page.add(new Reading(series.id(), time, 50, Quality.GOOD));
            return page;
        }
    }

    private static final class Sink extends OutputStream {

        private long bytes;
        private long longestWait;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
            longestWait = Math.max(longestWait, length);
        }
    }
}
