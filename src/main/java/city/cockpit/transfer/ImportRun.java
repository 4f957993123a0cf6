package city.cockpit.transfer;

import city.cockpit.csv.CsvText;
import city.cockpit.history.Admission;
import city.cockpit.history.Appended;
import city.cockpit.history.Archive;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.transfer.Import.State;
import city.cockpit.transfer.ImportTable.Refused;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Reads one file from where its counts end, for trial or to store it, in batches. What a batch stores, what was refused in
 * it and how far it got stand in one transaction: whoever goes on after whatever happened counts nothing twice and leaves
 * nothing out. One thread.
 */
final class ImportRun {

    private static final int BATCH_READINGS = 5_000;
    private static final int BATCH_LINES = 20_000;
    private static final int BATCH_REFUSALS = 2_000;
    private static final int SIGN_OF_LIFE_LINES = 200_000;

    private static final int LONGEST_CONTENT = 500;
    private static final int LONGEST_DETAIL = 200;

    private final Import file;
    private final UUID worker;
    private final ImportTable table;
    private final Archive archive;
    private final SeriesCatalog catalog;
    private final Admission admission;
    private final Consumer<List<Reading>> stored;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private final Seen seen = new Seen();
    private Counts counts;
    private Batch batch = new Batch();

    /**
     * @param stored gets what history holds now, batch by batch
     * @param stopping asked between two batches
     */
    ImportRun(
            Import file,
            UUID worker,
            ImportTable table,
            Archive archive,
            SeriesCatalog catalog,
            Admission admission,
            Consumer<List<Reading>> stored,
            InstantSource clock,
            BooleanSupplier stopping) {
        this.file = file;
        this.worker = worker;
        this.table = table;
        this.archive = archive;
        this.catalog = catalog;
        this.admission = admission;
        this.stored = stored;
        this.clock = clock;
        this.stopping = stopping;
        // A trial run remembers what it read, so it begins again; nothing was stored.
        this.counts = file.state() == State.CHECKING ? Counts.NONE : file.counts();
    }

    /** How a run ended. */
    enum End {
        /** The file was read to its end. */
        COMPLETE,
        /** Somebody stopped it, another process has it, or this one ends: it goes on from what is written down. */
        LEFT
    }

    /** Somebody stopped the import, or another process took it over: what the batch did is undone. */
    private static final class TakenAwayException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Blocks until the file ends or this run is to end.
     *
     * @throws de.siegmar.fastcsv.reader.CsvParseException the lines are no comma separated values
     * @throws org.springframework.dao.DataAccessException the database is away; it may go on later
     */
    End run() {
        if (counts.lines() == 0) table.forgetRefusals(file.id());
        var content = new StoredFile(table, file.id());
        try (var reader = CsvText.reader(
                content, file.form().encoding().charset(), file.form().separator())) {
            return read(reader, content);
        } catch (TakenAwayException e) {
            return End.LEFT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private End read(CsvReader<CsvRecord> reader, StoredFile content) {
        var records = reader.iterator();
        if (!records.hasNext()) return End.COMPLETE;
        var first = records.next();
        var columns = Sample.columns(first, file.form().header());
        var lines = new Lines(file.form(), columns, catalog, admission);
        var arrivedAt = clock.instant();
        if (!skip(records, counts.lines() - (file.form().header() ? 0 : 1))) return End.LEFT;
        if (!file.form().header() && counts.lines() == 0) batch.read(lines, first, arrivedAt);
        while (records.hasNext()) {
            batch.read(lines, records.next(), arrivedAt);
            if (!batch.isFull()) continue;
            write(content);
            if (stopping.getAsBoolean()) return End.LEFT;
            arrivedAt = clock.instant();
        }
        write(content);
        return End.COMPLETE;
    }

    /** Over lines that an earlier run has done. */
    private boolean skip(Iterator<CsvRecord> records, long lines) {
        for (var i = 0L; i < lines && records.hasNext(); i++) {
            records.next();
            if (i % SIGN_OF_LIFE_LINES == 0 && (stopping.getAsBoolean() || !table.isStillMine(file, worker)))
                return false;
        }
        return true;
    }

    private void write(StoredFile content) {
        var done = batch;
        batch = new Batch();
        if (file.state() == State.CHECKING) {
            var foreseen = foresee(done);
            archive.append(List.of(), nothing -> conclude(done, foreseen.appended(), foreseen.uncertain(), content));
        } else
            stored.accept(archive.append(done.readings, appended -> conclude(done, appended, 0, content))
                    .stored());
    }

    private record Foreseen(Appended appended, long uncertain) {}

    private Foreseen foresee(Batch done) {
        var unknown = new ArrayList<Reading>();
        var duplicates = new ArrayList<Reading>();
        var conflicts = new ArrayList<Appended.Conflict>();
        for (var reading : done.readings) {
            var before = find(reading);
            if (before.isEmpty()) unknown.add(reading);
            else if (before.getAsDouble() == reading.value()) duplicates.add(reading);
            else conflicts.add(new Appended.Conflict(reading, before.getAsDouble()));
        }
        var asked = archive.foresee(unknown);
        var uncertain = 0L;
        for (var reading : asked.stored()) if (seen.isUncertain(key(reading), micros(reading))) uncertain++;
        for (var reading : asked.stored()) remember(reading, reading.value());
        for (var reading : asked.duplicates()) remember(reading, reading.value());
        for (var conflict : asked.conflicts()) remember(conflict.refused(), conflict.storedValue());
        duplicates.addAll(asked.duplicates());
        conflicts.addAll(asked.conflicts());
        return new Foreseen(new Appended(asked.stored(), duplicates, conflicts), uncertain);
    }

    private OptionalDouble find(Reading reading) {
        return seen.find(key(reading), micros(reading));
    }

    private void remember(Reading reading, double value) {
        seen.add(key(reading), micros(reading), value);
    }

    private int key(Reading reading) {
        return catalog.series(reading.series()).key();
    }

    private static long micros(Reading reading) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, reading.phenomenonTime());
    }

    /** Within the transaction that stores. */
    private void conclude(Batch done, Appended appended, long uncertain, StoredFile content) {
        var refused = new ArrayList<>(done.refused);
        var reasons = new EnumMap<Refusal, Long>(done.reasons);
        if (!appended.conflicts().isEmpty()) {
            reasons.put(Refusal.CONFLICT, (long) appended.conflicts().size());
            refused.addAll(done.conflicts(appended.conflicts(), file.form()));
        }
        var after = counts.plus(new Counts(
                done.lines,
                content.bytesRead(),
                appended.stored().size(),
                appended.duplicates().size(),
                reasons,
                done.empty,
                uncertain,
                appended.stored().stream()
                        .filter(reading -> !reading.quality().isPlausible())
                        .count()));
        var room = Math.clamp(Imports.MOST_REFUSALS - counts.allRefused(), 0, refused.size());
        table.addRefusals(file.id(), refused.subList(0, room));
        if (!table.advance(file, worker, after)) throw new TakenAwayException();
        counts = after;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /** Lines that are written together. */
    private final class Batch implements Lines.Sink {

        private final List<Reading> readings = new ArrayList<>(BATCH_READINGS + 100);
        private final List<CsvRecord> origins = new ArrayList<>(BATCH_READINGS + 100);
        private final List<Refused> refused = new ArrayList<>();
        private final Map<Refusal, Long> reasons = new EnumMap<>(Refusal.class);
        private CsvRecord line = NO_LINE;
        private long lines;
        private long empty;

        void read(Lines reader, CsvRecord next, Instant arrivedAt) {
            line = next;
            lines++;
            reader.read(next, arrivedAt, this);
        }

        boolean isFull() {
            return readings.size() >= BATCH_READINGS || lines >= BATCH_LINES || refused.size() >= BATCH_REFUSALS;
        }

        @Override
        public void reading(Reading reading) {
            readings.add(reading);
            origins.add(line);
        }

        @Override
        public void refused(String column, Refusal reason, String detail) {
            reasons.merge(reason, 1L, Long::sum);
            refused.add(refusal(line, column, reason, detail, file.form()));
        }

        @Override
        public void empty() {
            empty++;
        }

        private List<Refused> conflicts(List<Appended.Conflict> conflicts, FileForm form) {
            var places = new IdentityHashMap<Reading, CsvRecord>();
            for (var i = 0; i < readings.size(); i++) places.put(readings.get(i), origins.get(i));
            return conflicts.stream()
                    .map(conflict -> refusal(
                            places.getOrDefault(conflict.refused(), NO_LINE),
                            form.shape() == FileForm.Shape.WIDE
                                    ? conflict.refused().series().value()
                                    : "",
                            Refusal.CONFLICT,
                            city.cockpit.csv.Cells.number(conflict.storedValue()),
                            form))
                    .toList();
        }

        private static Refused refusal(CsvRecord line, String column, Refusal reason, String detail, FileForm form) {
            return new Refused(
                    line.getStartingLineNumber(),
                    cut(column, LONGEST_DETAIL),
                    reason,
                    cut(detail, LONGEST_DETAIL),
                    cut(String.join(String.valueOf(form.separator()), line.getFields()), LONGEST_CONTENT));
        }
    }

    private static final CsvRecord NO_LINE = CsvReader.builder().ofSingleCsvRecord("-");
}
