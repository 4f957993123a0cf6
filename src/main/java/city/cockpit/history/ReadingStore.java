package city.cockpit.history;

import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readings at rest. Every method blocks and is safe to call from several threads. */
public interface ReadingStore {

    /**
     * Stores readings in one transaction. The first reading of a key stays: a repeat with the same value is a duplicate,
     * one with another value a conflict, also within the call. Blocks until durable.
     *
     * @param readings of registered series, in any order
     * @return every reading of the call exactly once
     * @throws org.springframework.dao.DataAccessException nothing was stored and the whole call may be repeated
     * @throws city.cockpit.measurement.UnknownSeriesException a series is not registered; nothing was stored
     */
    Appended append(List<Reading> readings);

    /** The newest reading by phenomenon time of each series that has one. */
    Map<SeriesId, Reading> newest(Collection<Series> series);

    /** The newest plausible reading by phenomenon time of each series that has one. */
    Map<SeriesId, Reading> newestPlausible(Collection<Series> series);

    /** The readings of the series in the span, oldest first for each series; series without readings are left out. */
    Map<SeriesId, List<Reading>> readings(Collection<Series> series, Interval span);

    /**
     * The course of the series in steps of equal length, oldest first; steps without readings are left out. Steps are
     * aligned to the epoch, so the first may begin before the span; only plausible readings within the span count. Means follow
     * the {@link city.cockpit.measurement.Kind kind} of the property: decibels as energy, directions as directions; of
     * meters, states and percentile levels the last value of the step, of maximum levels the highest; of tallies the sum, which is lowest and highest too. A tally counts in
     * the step that ends with it, not in the one that begins: the cars counted until 13:00 are cars of the hour before.
     *
     * @param step from one second to one day
     */
    Map<SeriesId, List<Step>> course(Collection<Series> series, Interval span, Duration step);

    /**
     * What the series did in the quarters of an hour of the span, and what they said last before it: as much as the picture
     * of the city at any moment of the span is made of. One statement; series that said nothing are left out.
     *
     * @param span begins and ends with a quarter
     */
    Map<SeriesId, Quarters> quarters(Collection<Series> series, Interval span);

    /** When the first reading of any of the series was observed; empty if there is none. */
    Optional<Instant> first(Collection<Series> series);

    /** What the database behind this store can do. */
    Edition edition();
}
