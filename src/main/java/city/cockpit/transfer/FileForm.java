package city.cockpit.transfer;

import city.cockpit.measurement.SeriesId;
import java.time.ZoneId;
import java.util.Map;

/**
 * How a file is to be read. Columns are counted from 0.
 *
 * @param separator between two cells
 * @param decimalComma whether 1,5 is one and a half, else 1.5
 * @param header whether the first line names the columns
 * @param zone whose times those are that name no offset from UTC
 * @param timeColumn where the time stands
 * @param valueColumn where the value stands; only of a long file
 * @param seriesColumn where the name of the series, or of the sensor, stands; only of a long file
 * @param propertyColumn where the observed property stands, {@link #NONE} if the name of the series says it
 * @param unitColumn where the unit stands, {@link #NONE} if nowhere
 * @param series to which series the names in the file belong: of the columns of a wide file, of the series of a long one.
 *     What has the name of a registered series needs none.
 */
public record FileForm(
        Encoding encoding,
        char separator,
        boolean decimalComma,
        boolean header,
        Shape shape,
        ZoneId zone,
        int timeColumn,
        int valueColumn,
        int seriesColumn,
        int propertyColumn,
        int unitColumn,
        Map<String, SeriesId> series) {

    /** No such column. */
    public static final int NONE = -1;

    /** More columns than any file of a town has. */
    public static final int MOST_COLUMNS = 2_000;

    /** What a line is. */
    public enum Shape {
        /** One reading: time, series, value. */
        LONG,
        /** One time, and a value for each series. */
        WIDE
    }

    public FileForm {
        series = Map.copyOf(series);
        if (separator == '"' || separator == '\n' || separator == '\r')
            throw new IllegalArgumentException("no separator: " + (int) separator);
        if (timeColumn < 0 || Math.max(timeColumn, valueColumn) >= MOST_COLUMNS)
            throw new IllegalArgumentException("no column of the time: " + timeColumn);
        if (shape == Shape.LONG && (valueColumn < 0 || seriesColumn < 0))
            throw new IllegalArgumentException("a long file has columns of the series and the value");
    }

    /** The same for a file of which another encoding is known. */
    FileForm in(Encoding other) {
        return new FileForm(
                other,
                separator,
                decimalComma,
                header,
                shape,
                zone,
                timeColumn,
                valueColumn,
                seriesColumn,
                propertyColumn,
                unitColumn,
                series);
    }
}
