package city.cockpit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.history.Appended.Conflict;
import city.cockpit.history.Quarters.Quarter;
import city.cockpit.measurement.FakeCatalog;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.UnknownSeriesException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of readings promises; it keeps the fake of the unit tests honest. */
public abstract class ReadingStoreContract {

    protected static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final FakeCatalog town = new FakeCatalog();
    private final Series pm10 = town.add("air-07/pm10", "Stadtpark");
    private final Series noise = town.add("noise-01/laeq", "Stadtpark");
    private final Series wind = town.add("weather/wind_direction", "Rathaus");
    private final Series meter = town.add("energy/energy", "Rathaus");
    private final Series bicycles = town.add("bike-01/bicycles", "Stadtpark");
    private ReadingStore store;

    /** An empty store for the series of the catalog. */
    protected abstract ReadingStore openStore(SeriesCatalog catalog);

    @BeforeEach
    void emptyStore() {
        store = openStore(town);
    }

    @Test
    void theQuartersOfASpanTellTheirMeansAndTheNewestReadingOfEach() {
        store.append(List.of(
                reading(pm10, -60, 7),
                reading(pm10, 0, 10),
                reading(pm10, 60, 20),
                doubtful(pm10, 120, 99),
                doubtful(pm10, 1_000, 98),
                reading(pm10, 3_600, 1)));
        var told = quarters(pm10);
        assertThat(told.before()).contains(reading(pm10, -60, 7));
        assertThat(told.in(span(0, 3_600)))
                .containsExactly(
                        new Quarter(
                                NOON, 2, 15, Optional.of(reading(pm10, 60, 20)), Optional.of(doubtful(pm10, 120, 99))),
                        new Quarter(
                                NOON.plusSeconds(900), 0, 0, Optional.empty(), Optional.of(doubtful(pm10, 1_000, 98))));
        assertThat(told.in(span(900, 1_800))).hasSize(1);
    }

    @Test
    void theQuartersFollowTheKindOfTheProperty() {
        store.append(List.of(
                reading(noise, 0, 50), reading(noise, 60, 60),
                reading(wind, 0, 350), reading(wind, 60, 20),
                reading(meter, 0, 1_000), reading(meter, 60, 1_002)));
        assertThat(quarters(noise).in(span(0, 3_600)).getFirst().mean()).isCloseTo(57.40, within(0.01));
        assertThat(quarters(wind).in(span(0, 3_600)).getFirst().mean()).isCloseTo(5, within(1e-6));
        assertThat(quarters(meter).in(span(0, 3_600)).getFirst().mean()).isEqualTo(1_002);
    }

    @Test
    void aCountBelongsToTheQuarterThatEndsWithIt() {
        store.append(List.of(reading(bicycles, 0, 100), reading(bicycles, 900, 4), reading(bicycles, 3_600, 9)));
        var told = quarters(bicycles).in(span(0, 3_600));
        assertThat(told).extracting(Quarter::start).containsExactly(NOON, NOON.plusSeconds(2_700));
        assertThat(told).extracting(Quarter::mean).containsExactly(4.0, 9.0);
    }

    @Test
    void whoNeverSaidAnythingHasNoQuarters() {
        assertThat(store.quarters(List.of(pm10, noise), span(0, 3_600))).isEmpty();
        assertThat(store.first(List.of(pm10, noise))).isEmpty();
        store.append(List.of(reading(noise, -7_200, 50)));
        assertThat(quarters(noise).in(span(0, 3_600))).isEmpty();
        assertThat(store.first(List.of(pm10, noise))).contains(NOON.minusSeconds(7_200));
    }

    private Quarters quarters(Series series) {
        return Objects.requireNonNull(store.quarters(List.of(pm10, noise, wind, meter, bicycles), span(0, 3_600))
                .get(series.id()));
    }

    @Test
    void aReadingIsStoredOnceHoweverOftenItArrives() {
        var reading = reading(pm10, 0, 12.3);
        assertThat(store.append(List.of(reading))).isEqualTo(appended(List.of(reading), List.of()));
        assertThat(store.append(List.of(reading))).isEqualTo(appended(List.of(), List.of(reading)));
        assertThat(kept(pm10)).containsExactly(reading);
    }

    @Test
    void repeatsWithinOneBatchAreFoundToo() {
        var reading = reading(pm10, 0, 12.3);
        assertThat(store.append(List.of(reading, reading, reading)))
                .isEqualTo(appended(List.of(reading), List.of(reading, reading)));
    }

    @Test
    void whoComesLaterWithAnotherValueIsRefusedAndTheFirstStays() {
        var first = reading(pm10, 0, 12.3);
        var other = reading(pm10, 0, 99);
        store.append(List.of(first));
        assertThat(store.append(List.of(other)).conflicts()).containsExactly(new Conflict(other, 12.3));
        assertThat(kept(pm10)).containsExactly(first);
    }

    @Test
    void aConflictWithinOneBatchIsFoundToo() {
        var first = reading(pm10, 0, 12.3);
        var other = reading(pm10, 0, 99);
        var result = store.append(List.of(first, other));
        assertThat(result.stored()).containsExactly(first);
        assertThat(result.conflicts()).containsExactly(new Conflict(other, 12.3));
    }

    @Test
    void newReadingsOfABatchAreStoredBesideRepeatsAndConflicts() {
        store.append(List.of(reading(pm10, 0, 1), reading(pm10, 60, 2)));
        var result = store.append(List.of(reading(pm10, 0, 1), reading(pm10, 60, 3), reading(pm10, 120, 4)));
        assertThat(result.stored()).containsExactly(reading(pm10, 120, 4));
        assertThat(result.duplicates()).containsExactly(reading(pm10, 0, 1));
        assertThat(result.conflicts()).containsExactly(new Conflict(reading(pm10, 60, 3), 2));
    }

    @Test
    void zeroIsAValueAndQualityIsKept() {
        var reading = new Reading(pm10.id(), NOON, 0, Quality.TIMED_ON_ARRIVAL);
        store.append(List.of(reading));
        assertThat(kept(pm10)).containsExactly(reading);
    }

    @Test
    void microsecondsTellReadingsApart() {
        var one = new Reading(pm10.id(), NOON.plusNanos(1_000), 1, Quality.GOOD);
        var other = new Reading(pm10.id(), NOON.plusNanos(2_000), 1, Quality.GOOD);
        assertThat(store.append(List.of(one, other)).stored()).containsExactly(one, other);
        assertThat(store.append(List.of(one, other)).duplicates()).containsExactly(one, other);
    }

    @Test
    void zeroWithAMinusIsZero() {
        store.append(List.of(reading(pm10, 0, -0.0)));
        assertThat(store.append(List.of(reading(pm10, 0, 0.0))))
                .isEqualTo(appended(List.of(), List.of(reading(pm10, 0, 0.0))));
        assertThat(store.append(List.of(reading(pm10, 60, 0.0), reading(pm10, 60, -0.0)))
                        .conflicts())
                .isEmpty();
    }

    @Test
    void anEmptyBatchIsNothing() {
        assertThat(store.append(List.of())).isEqualTo(appended(List.of(), List.of()));
    }

    @Test
    void aSeriesThatIsNotRegisteredStopsTheWholeBatch() {
        var stranger = new Reading(new SeriesId("stranger/pm10"), NOON, 1, Quality.GOOD);
        assertThatExceptionOfType(UnknownSeriesException.class)
                .isThrownBy(() -> store.append(List.of(reading(pm10, 0, 1), stranger)));
        assertThat(kept(pm10)).isEmpty();
    }

    @Test
    void theNewestReadingIsTheOneObservedLastNotTheOneThatCameLast() {
        store.append(List.of(reading(pm10, 60, 2)));
        store.append(List.of(reading(pm10, 0, 1), reading(noise, 30, 50)));
        assertThat(store.newest(List.of(pm10, noise, wind)))
                .containsOnlyKeys(pm10.id(), noise.id())
                .containsEntry(pm10.id(), reading(pm10, 60, 2));
    }

    @Test
    void aSpanBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        store.append(List.of(reading(pm10, 0, 1), reading(pm10, 60, 2), reading(pm10, 120, 3)));
        assertThat(store.readings(List.of(pm10, noise), span(0, 120)))
                .containsOnlyKeys(pm10.id())
                .containsEntry(pm10.id(), List.of(reading(pm10, 0, 1), reading(pm10, 60, 2)));
    }

    @Test
    void theCourseOfAQuantityHasMeansExtremesAndGaps() {
        store.append(List.of(reading(pm10, 0, 10), reading(pm10, 60, 20), reading(pm10, 1_800, 5)));
        assertThat(course(pm10))
                .containsExactly(new Step(NOON, 15, 10, 20, 2), new Step(NOON.plusSeconds(1_800), 5, 5, 5, 1));
    }

    @Test
    void onlyReadingsWithinTheSpanCountInItsFirstStep() {
        store.append(List.of(reading(pm10, 0, 10), reading(pm10, 60, 20)));
        var steps = store.course(List.of(pm10), span(30, 3_600), Duration.ofMinutes(15));
        assertThat(steps.get(pm10.id())).containsExactly(new Step(NOON, 20, 20, 20, 1));
    }

    @Test
    void theCourseOfNoiseIsAveragedAsEnergy() {
        store.append(List.of(reading(noise, 0, 50), reading(noise, 60, 60)));
        assertThat(course(noise).getFirst().mean()).isCloseTo(57.40, within(0.01));
    }

    @Test
    void theCourseOfTheWindGoesThroughNorth() {
        store.append(List.of(reading(wind, 0, 350), reading(wind, 60, 20)));
        assertThat(course(wind).getFirst().mean()).isCloseTo(5, within(1e-6));
    }

    @Test
    void theCourseOfAMeterShowsWhereItStood() {
        store.append(List.of(reading(meter, 0, 1_000), reading(meter, 60, 1_002), reading(meter, 120, 3)));
        assertThat(course(meter).getFirst().mean())
                .as("after a swap of the meter")
                .isEqualTo(3);
    }

    @Test
    void countsOfAStepAddUpAndBelongToTheTimeBeforeThem() {
        store.append(List.of(
                reading(bicycles, 0, 100),
                reading(bicycles, 450, 3),
                reading(bicycles, 900, 4),
                reading(bicycles, 1_800, 0),
                reading(bicycles, 3_600, 9)));
        assertThat(course(bicycles))
                .as("what was counted until the span began is not of the span, what was until its end is")
                .containsExactly(
                        new Step(NOON, 7, 7, 7, 2),
                        new Step(NOON.plusSeconds(900), 0, 0, 0, 1),
                        new Step(NOON.plusSeconds(2_700), 9, 9, 9, 1));
    }

    @Test
    void whatIsImplausibleIsKeptButStaysOutOfTheCourse() {
        store.append(List.of(
                reading(pm10, 0, 10),
                doubtful(pm10, 60, 9_000),
                doubtful(pm10, 120, 8_000),
                doubtful(pm10, 900, 7_000)));
        assertThat(kept(pm10)).hasSize(4);
        assertThat(course(pm10)).containsExactly(new Step(NOON, 10, 10, 10, 1));
    }

    @Test
    void implausibleValuesOfEveryKindStayOutOfTheCourse() {
        for (var series : List.of(pm10, noise, wind, meter, bicycles)) {
            store.append(List.of(reading(series, 60, 10), doubtful(series, 120, 99), reading(series, 180, 10)));
            assertThat(course(series).getFirst().samples()).isEqualTo(2);
            assertThat(course(series).getFirst().highest()).isEqualTo(series.equals(bicycles) ? 20 : 10);
            assertThat(course(series).getFirst().mean()).isCloseTo(series.equals(bicycles) ? 20 : 10, within(1e-9));
        }
    }

    @Test
    void theNewestPlausibleReadingMayLieBeforeTheNewest() {
        var timed = new Reading(pm10.id(), NOON, 10, Quality.TIMED_ON_ARRIVAL);
        store.append(List.of(timed, doubtful(pm10, 60, 9_000), doubtful(noise, 60, 150)));
        assertThat(store.newest(List.of(pm10, noise)))
                .containsEntry(pm10.id(), doubtful(pm10, 60, 9_000))
                .containsEntry(noise.id(), doubtful(noise, 60, 150));
        assertThat(store.newestPlausible(List.of(pm10, noise, wind)))
                .containsOnlyKeys(pm10.id())
                .containsEntry(pm10.id(), timed);
    }

    @Test
    void aRepeatIsARepeatHoweverItWasJudged() {
        store.append(List.of(reading(pm10, 0, 1_200)));
        assertThat(store.append(List.of(doubtful(pm10, 0, 1_200))).duplicates()).hasSize(1);
        assertThat(kept(pm10)).containsExactly(reading(pm10, 0, 1_200));
    }

    @Test
    void severalSeriesAreAskedForAtOnce() {
        store.append(List.of(reading(noise, 0, 50), reading(meter, 0, 1e12), reading(pm10, 0, 7)));
        assertThat(store.course(List.of(noise, meter, pm10), span(0, 3_600), Duration.ofMinutes(15)))
                .containsOnlyKeys(noise.id(), meter.id(), pm10.id());
    }

    @Test
    void aLargeBatchIsStoredWhole() {
        var many = new ArrayList<Reading>();
        for (var second = 0; second < 5_000; second++) many.add(reading(pm10, second, second));
        assertThat(store.append(many).stored()).hasSize(5_000);
        assertThat(kept(pm10)).hasSize(5_000);
    }

    private List<Step> course(Series series) {
        return Objects.requireNonNull(store.course(List.of(series), span(0, 3_600), Duration.ofMinutes(15))
                .get(series.id()));
    }

    private List<Reading> kept(Series series) {
        return store.readings(List.of(series), span(-3_600, 86_400)).getOrDefault(series.id(), List.of());
    }

    private static Interval span(long from, long to) {
        return new Interval(NOON.plusSeconds(from), NOON.plusSeconds(to));
    }

    private static Appended appended(List<Reading> stored, List<Reading> duplicates) {
        return new Appended(stored, duplicates, List.of());
    }

    private static Reading doubtful(Series series, long second, double value) {
        return new Reading(
                series.id(),
                NOON.plusSeconds(second),
                value,
                Quality.IMPLAUSIBLE.with(
                        series.id().value().equals("noise-01/laeq") ? Quality.TIMED_ON_ARRIVAL : Quality.GOOD));
    }

    private static Reading reading(Series series, long second, double value) {
        return new Reading(series.id(), NOON.plusSeconds(second), value, Quality.GOOD);
    }
}
