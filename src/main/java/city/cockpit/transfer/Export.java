package city.cockpit.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.csv.Cells;
import city.cockpit.history.Archive;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.TownSource;
import city.cockpit.transfer.FileForm.Shape;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Single readings as CSV (RFC 4180, UTF-8, ISO 8601 with the offset of the town), in the forms that an import reads: what is
 * imported again is a repeat. Reads page by page, so that a file of any size needs the room of some thousand readings.
 */
@Component
public class Export {

    private static final int PAGE = 2_000;
    private static final int PAGE_OF_MANY = 500;

    private final Archive archive;
    private final TownSource town;
    private final Semaphore places;

    Export(Archive archive, TownSource town, TransferSettings settings) {
        this.archive = archive;
        this.town = town;
        this.places = new Semaphore(settings.exports());
    }

    /**
     * Writes the readings of the series in the span, flagged ones too. Blocks until all is written; leaves the stream open.
     *
     * @return false if too many others are being served: nothing was written
     * @throws IOException the reader is gone
     * @throws org.springframework.dao.DataAccessException the database is away; what was written by then is not all
     */
    public boolean write(Shape shape, List<Series> series, Interval span, OutputStream to) throws IOException {
        if (!places.tryAcquire()) return false;
        try {
            var out = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
            var rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
            var times = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone());
            if (shape == Shape.LONG) writeLong(series, span, times, rows);
            else writeWide(series, span, times, rows);
            rows.flush();
            out.flush();
            return true;
        } finally {
            places.release();
        }
    }

    private ZoneId zone() {
        return town.town().zone();
    }

    private void writeLong(List<Series> series, Interval span, DateTimeFormatter times, CsvWriter rows) {
        rows.writeRecord("time", "sensor", "observed_property", "value", "unit_ucum", "quality");
        for (var one : series) {
            var readings = new Pages(one, span, PAGE);
            while (readings.hasNext()) {
                var reading = readings.next();
                rows.writeRecord(
                        times.format(reading.phenomenonTime()),
                        one.id().sensor().value(),
                        one.property().key(),
                        Cells.number(reading.value()),
                        one.property().unit().ucum(),
                        quality(reading.quality()));
            }
        }
    }

    /** The next readings of all series side by side; those of the same moment are a row. */
    private void writeWide(List<Series> series, Interval span, DateTimeFormatter times, CsvWriter rows) {
        var header = new ArrayList<String>();
        header.add("time");
        series.forEach(one -> header.add(one.id().value()));
        rows.writeRecord(header);
        var heads = new PriorityQueue<Head>();
        for (var i = 0; i < series.size(); i++) advance(heads, i + 1, new Pages(series.get(i), span, PAGE_OF_MANY));
        var cells = new String[series.size() + 1];
        while (!heads.isEmpty()) {
            var time = heads.element().time();
            Arrays.fill(cells, "");
            cells[0] = times.format(time);
            while (!heads.isEmpty() && heads.element().time().equals(time)) {
                var head = heads.remove();
                cells[head.column()] = Cells.number(head.next().value());
                advance(heads, head.column(), head.rest());
            }
            rows.writeRecord(cells);
        }
    }

    private static void advance(PriorityQueue<Head> heads, int column, Pages rest) {
        if (rest.hasNext()) heads.add(new Head(rest.next(), column, rest));
    }

    private record Head(Reading next, int column, Pages rest) implements Comparable<Head> {

        Instant time() {
            return next.phenomenonTime();
        }

        @Override
        public int compareTo(Head other) {
            return time().compareTo(other.time());
        }
    }

    /** Why a reading is not believed, or that its time is the one of its arrival; empty for a good one. */
    private static String quality(Quality quality) {
        var words = new ArrayList<String>();
        if (quality.has(Quality.TIMED_ON_ARRIVAL)) words.add("timed_on_arrival");
        if (quality.has(Quality.IMPLAUSIBLE)) words.add("implausible");
        if (quality.has(Quality.SUSPECT)) words.add("suspect");
        return String.join(" ", words);
    }

    /** All readings of a series, of which a page is in memory. */
    private final class Pages implements Iterator<Reading> {

        private final Series series;
        private final Instant end;
        private final int size;
        private Iterator<Reading> page;
        private Instant from;
        private boolean isLast;

        Pages(Series series, Interval span, int size) {
            this.series = series;
            this.end = span.to();
            this.size = size;
            this.from = span.from();
            this.page = turn();
        }

        private Iterator<Reading> turn() {
            if (!from.isBefore(end)) return List.<Reading>of().iterator();
            var readings = archive.listFirst(series, new Interval(from, end), size);
            isLast = readings.size() < size;
            // The database keeps microseconds.
            if (!readings.isEmpty()) from = readings.getLast().phenomenonTime().plusNanos(1_000);
            return readings.iterator();
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !isLast) page = turn();
            return page.hasNext();
        }

        @Override
        public Reading next() {
            if (!hasNext()) throw new NoSuchElementException(series.id().value());
            return page.next();
        }
    }
}
