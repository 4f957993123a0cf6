package city.cockpit.transfer;

import city.cockpit.history.Admission;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the lines of one file say, judged by the rules of live readings. One thread. */
final class Lines {

    private final FileForm form;
    private final Admission admission;
    private final Names names;
    private final GivenTime.Reader times;
    private final List<Column> columns = new ArrayList<>();

    /** A column of a wide file that has a series. */
    private record Column(int index, Optional<Series> series, String name) {}

    /** Gets what became of each value of a line. */
    interface Sink {

        void reading(Reading reading);

        /**
         * A value that is not taken.
         *
         * @param column name of the column of a wide file, else empty
         */
        void refused(String column, Refusal reason, String detail);

        void empty();
    }

    /** @param header names of the columns */
    Lines(FileForm form, List<String> header, SeriesCatalog catalog, Admission admission) {
        this.form = form;
        this.admission = admission;
        this.names = new Names(catalog, form.series());
        this.times = new GivenTime.Reader(form.zone());
        if (form.shape() == FileForm.Shape.WIDE)
            for (var i = 0; i < header.size(); i++) {
                var name = header.get(i);
                // A column that nobody assigned is left out; one whose series is gone since is not.
                if (i != form.timeColumn()
                        && (form.series().containsKey(name) || names.find(name).isPresent()))
                    columns.add(new Column(i, names.find(name), name));
            }
    }

    void read(CsvRecord line, Instant arrivedAt, Sink sink) {
        if (form.shape() == FileForm.Shape.LONG) readLong(line, arrivedAt, sink);
        else readWide(line, arrivedAt, sink);
    }

    private void readLong(CsvRecord line, Instant arrivedAt, Sink sink) {
        var last = Math.max(
                Math.max(form.timeColumn(), form.valueColumn()), Math.max(form.seriesColumn(), form.propertyColumn()));
        if (line.getFieldCount() <= last) {
            sink.refused("", Refusal.TOO_SHORT, Integer.toString(line.getFieldCount()));
            return;
        }
        var text = line.getField(form.valueColumn()).strip();
        if (Numbers.isNothing(text)) {
            sink.empty();
            return;
        }
        var name = nameIn(form, line);
        var series = names.find(name);
        if (series.isEmpty()) {
            sink.refused("", Refusal.UNKNOWN_SERIES, name);
            return;
        }
        if (form.unitColumn() >= 0 && form.unitColumn() < line.getFieldCount()) {
            var unit = line.getField(form.unitColumn()).strip();
            if (!isUnit(unit, series.get())) {
                sink.refused("", Refusal.UNIT, unit);
                return;
            }
        }
        readValue(line.getField(form.timeColumn()), text, series.get(), "", arrivedAt, sink);
    }

    static String nameIn(FileForm form, CsvRecord line) {
        var name = line.getField(form.seriesColumn()).strip();
        return form.propertyColumn() < 0
                ? name
                : name + "/" + line.getField(form.propertyColumn()).strip();
    }

    private static boolean isUnit(String unit, Series series) {
        var own = series.property().unit();
        return unit.isEmpty() || unit.equals(own.ucum()) || unit.equals(own.symbol());
    }

    private void readWide(CsvRecord line, Instant arrivedAt, Sink sink) {
        if (line.getFieldCount() <= form.timeColumn()) {
            sink.refused("", Refusal.TOO_SHORT, Integer.toString(line.getFieldCount()));
            return;
        }
        for (var column : columns) {
            var text = column.index() < line.getFieldCount()
                    ? line.getField(column.index()).strip()
                    : "";
            if (Numbers.isNothing(text)) sink.empty();
            else if (column.series().isEmpty()) sink.refused(column.name(), Refusal.UNKNOWN_SERIES, column.name());
            else
                readValue(
                        line.getField(form.timeColumn()), text, column.series().get(), column.name(), arrivedAt, sink);
        }
    }

    private void readValue(String time, String text, Series series, String column, Instant arrivedAt, Sink sink) {
        switch (times.read(time)) {
            case GivenTime.Unknown(var reason) -> sink.refused(column, reason, time);
            case GivenTime.Known(var known) -> {
                var value = Numbers.read(text, form.decimalComma());
                if (value.isEmpty()) {
                    sink.refused(column, Refusal.NOT_A_NUMBER, text);
                    return;
                }
                admission
                        .objection(series, known, value.getAsDouble(), arrivedAt)
                        .ifPresentOrElse(
                                objection -> sink.refused(column, refusal(objection), detail(objection, time, text)),
                                () -> sink.reading(new Reading(
                                        series.id(),
                                        known,
                                        value.getAsDouble(),
                                        Admission.quality(series, value.getAsDouble()))));
            }
        }
    }

    private static Refusal refusal(Admission.Objection objection) {
        return switch (objection) {
            case IMPOSSIBLE_VALUE -> Refusal.IMPOSSIBLE_VALUE;
            case IN_FUTURE -> Refusal.IN_FUTURE;
            case OLDER_THAN_RETENTION -> Refusal.OLDER_THAN_RETENTION;
        };
    }

    private static String detail(Admission.Objection objection, String time, String text) {
        return objection == Admission.Objection.IMPOSSIBLE_VALUE ? text : time;
    }
}
