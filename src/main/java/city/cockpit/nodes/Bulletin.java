package city.cockpit.nodes;

import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * What one node tells the others a few times a second: readings that history holds now.
 *
 * @param sender one life of one node
 * @param number counts the sender's bulletins, from 1
 * @param incomplete whether it stored more than there was room for
 */
record Bulletin(UUID sender, long number, boolean incomplete, List<Reading> readings) {

    static final int MOST_READINGS = 1_000;

    /** Of a bulletin with its seal. */
    static final int MOST_BYTES = 24_000;

    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = Byte.BYTES + 2 * Long.BYTES + Long.BYTES + Byte.BYTES + Short.BYTES;
    private static final int READING_BYTES = Integer.BYTES + Long.BYTES + Double.BYTES + Short.BYTES;

    Bulletin {
        if (readings.size() > MOST_READINGS) throw new IllegalArgumentException(readings.size() + " readings");
        readings = List.copyOf(readings);
    }

    /** As bytes: the series by the numbers they have in the database. */
    ByteBuffer write(ToIntFunction<SeriesId> keys) {
        var bytes = ByteBuffer.allocate(HEAD_BYTES + readings.size() * READING_BYTES)
                .put(VERSION)
                .putLong(sender.getMostSignificantBits())
                .putLong(sender.getLeastSignificantBits())
                .putLong(number)
                .put((byte) (incomplete ? 1 : 0))
                .putShort((short) readings.size());
        for (var reading : readings)
            bytes.putInt(keys.applyAsInt(reading.series()))
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, reading.phenomenonTime()))
                    .putDouble(reading.value())
                    .putShort(reading.quality().flags());
        return bytes.flip();
    }

    /**
     * Reads what {@link #write} has written; readings of series that this node does not know yet are left out.
     *
     * @return empty if it is something else, for example of a later version
     */
    static Optional<Bulletin> read(ByteBuffer bytes, IntFunction<Optional<Series>> series) {
        try {
            if (bytes.get() != VERSION) return Optional.empty();
            var sender = new UUID(bytes.getLong(), bytes.getLong());
            var number = bytes.getLong();
            var incomplete = bytes.get() != 0;
            var count = bytes.getShort();
            if (count < 0 || count > MOST_READINGS || bytes.remaining() != count * READING_BYTES)
                return Optional.empty();
            var readings = new ArrayList<Reading>(count);
            for (var i = 0; i < count; i++) {
                var known = series.apply(bytes.getInt());
                var time = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
                var value = bytes.getDouble();
                var quality = new Quality(bytes.getShort());
                known.ifPresent(one -> readings.add(new Reading(one.id(), time, value, quality)));
            }
            return Optional.of(new Bulletin(sender, number, incomplete, readings));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
