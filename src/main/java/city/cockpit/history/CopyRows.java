package city.cockpit.history;

import city.cockpit.measurement.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Readings on their way into the table by PostgreSQL's COPY, in its binary format. One thread. */
final class CopyRows {

    private static final String COPY = "COPY reading (ts, value, series_id, quality) FROM STDIN (FORMAT binary)";

    private static final byte[] HEAD = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEAD_BYTES = HEAD.length + 2 * Integer.BYTES;
    private static final short COLUMNS = 4;
    private static final int ROW_BYTES =
            Short.BYTES + COLUMNS * Integer.BYTES + 2 * Long.BYTES + Integer.BYTES + Short.BYTES;
    private static final short END = -1;

    /** PostgreSQL counts from here. */
    private static final long START_SECONDS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final List<Row> rows;

    CopyRows(int expected) {
        rows = new ArrayList<>(expected);
    }

    void add(int series, Reading reading) {
        rows.add(new Row(series, micros(reading.phenomenonTime()), reading));
    }

    /**
     * Writes all of them; sorted, so that two nodes that write the same rows wait for each other and never in a circle.
     *
     * @throws SQLException nothing was written, as after a row that is there already
     */
    @Nullable Void copyTo(Connection connection) throws SQLException {
        rows.sort(null);
        var bytes = bytes();
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(bytes), bytes.length);
        } catch (IOException e) {
            throw new SQLException(e);
        }
        return null;
    }

    private byte[] bytes() {
        var bytes = ByteBuffer.allocate(HEAD_BYTES + rows.size() * ROW_BYTES + Short.BYTES);
        bytes.put(HEAD).putInt(0).putInt(0);
        for (var row : rows)
            bytes.putShort(COLUMNS)
                    .putInt(Long.BYTES)
                    .putLong(row.micros)
                    .putInt(Double.BYTES)
                    .putDouble(row.reading.value())
                    .putInt(Integer.BYTES)
                    .putInt(row.series)
                    .putInt(Short.BYTES)
                    .putShort(row.reading.quality().flags());
        return bytes.putShort(END).array();
    }

    private static long micros(Instant time) {
        return (time.getEpochSecond() - START_SECONDS) * 1_000_000 + time.getNano() / 1_000;
    }

    private record Row(int series, long micros, Reading reading) implements Comparable<Row> {

        @Override
        public int compareTo(Row other) {
            var bySeries = Integer.compare(series, other.series);
            return bySeries != 0 ? bySeries : Long.compare(micros, other.micros);
        }
    }
}
