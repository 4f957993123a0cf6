package city.cockpit.citizens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.citizens.BuildingYears.Used;
import city.cockpit.history.Resolution;
import city.cockpit.history.SoundDay;
import city.cockpit.history.TimeSeries;
import city.cockpit.history.TimeSeries.Point;
import city.cockpit.history.TimeSeriesQuery;
import city.cockpit.history.TimeSeriesStore;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Town;
import city.cockpit.preview.PreviewCity;
import city.cockpit.sitefacts.FactKind;
import city.cockpit.sitefacts.InMemorySiteFacts;
import city.cockpit.sitefacts.ReferenceBuildings.Use;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildingYearsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 21);
    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");

    private final PreviewCity city = new PreviewCity();
    private final InMemorySiteFacts facts = new InMemorySiteFacts();
    private final Meters history = new Meters();
    private final BuildingYears buildings =
            new BuildingYears(city, facts, history, () -> new Town("Musterstadt", BERLIN), () -> NOON);

    @BeforeEach
    void aTownHallOfAThousandSquareMetres() {
        facts.say("rathaus", FactKind.BUILDING_KIND, "administration");
        facts.say("rathaus", FactKind.FLOOR_AREA, "1000");
    }

    private void measures(String series, String place) {
        city.with(series, place, 900, OptionalInt.empty()).publish(NOON);
    }

    private Used power() {
        return used(Use.POWER);
    }

    private Used used(Use use) {
        return Objects.requireNonNull(
                buildings.listBuildings().getFirst().used().get(use));
    }

    @Test
    void aYearOfTenKilowattHoursADayIsThatOfAYear() {
        measures("energy-rathaus/energy", "Rathaus");
        history.since(TODAY.minusYears(1), 10);
        assertThat(power().isYear()).isTrue();
        assertThat(power().perSquareMetre()).isCloseTo(3.65, within(0.001));
        assertThat(power().from()).isEqualTo(LocalDate.of(2025, 5, 21));
        assertThat(power().to()).isEqualTo(LocalDate.of(2026, 5, 20));
    }

    @Test
    void whatIsNoYearIsNotMadeOne() {
        measures("energy-rathaus/energy", "Rathaus");
        history.since(TODAY.minusDays(30), 10);
        assertThat(power().isYear()).isFalse();
        assertThat(power().perSquareMetre()).isCloseTo(0.3, within(0.001));
        assertThat(power().from()).isEqualTo(TODAY.minusDays(30));
    }

    @Test
    void aYearWithMonthsMissingIsNone() {
        measures("energy-rathaus/energy", "Rathaus");
        history.since(TODAY.minusYears(1), 10);
        history.missing(TODAY.minusDays(200), TODAY.minusDays(100));
        assertThat(power().isYear()).isFalse();
    }

    @Test
    void heatAndPowerStandApartAndTwoMetersOfOneTogether() {
        measures("energy-rathaus/energy", "Rathaus");
        measures("energy-anbau/energy", "Rathaus");
        measures("heat-rathaus/heat_energy", "Rathaus");
        history.since(TODAY.minusYears(1), 10);
        assertThat(used(Use.POWER).perSquareMetre()).isCloseTo(7.3, within(0.001));
        assertThat(used(Use.HEAT).perSquareMetre()).isCloseTo(3.65, within(0.001));
    }

    @Test
    void whatSomebodySaysOfABuildingIsSeenAtOnceAndTheMetersAreNotReadForEveryVisitor() {
        measures("energy-rathaus/energy", "Rathaus");
        measures("energy-bauhof/energy", "Bauhof");
        history.since(TODAY.minusYears(1), 10);
        assertThat(buildings.listBuildings()).hasSize(1);
        assertThat(buildings.listBuildings()).hasSize(1);
        assertThat(history.questions).isEqualTo(1);
        facts.say("bauhof", FactKind.BUILDING_KIND, "depots");
        facts.say("bauhof", FactKind.FLOOR_AREA, "500");
        assertThat(buildings.listBuildings())
                .extracting(one -> one.site().title())
                .containsExactly("Bauhof", "Rathaus");
    }

    /** Meters that all say the same every day. */
    private static final class Meters implements TimeSeriesStore {

        private LocalDate since = TODAY;
        private LocalDate lostFrom = TODAY;
        private LocalDate lostTo = TODAY;
        private double perDay;
        private int questions;

        void since(LocalDate day, double kilowattHours) {
            since = day;
            perDay = kilowattHours;
        }

        void missing(LocalDate from, LocalDate to) {
            lostFrom = from;
            lostTo = to;
        }

        @Override
        public List<TimeSeries> read(List<Series> series, Interval span, Resolution resolution) {
            questions++;
            return series.stream()
                    .map(one -> new TimeSeries(one, resolution, points(span), List.of(), true))
                    .toList();
        }

        private List<Point> points(Interval span) {
            return Stream.iterate(since, day -> day.plusDays(1))
                    .takeWhile(day -> start(day).isBefore(span.to()))
                    .filter(day -> day.isBefore(lostFrom) || !day.isBefore(lostTo))
                    .map(day -> new Point(
                            start(day),
                            start(day.plusDays(1)),
                            OptionalDouble.of(perDay),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            96,
                            1))
                    .toList();
        }

        private static Instant start(LocalDate day) {
            return day.atStartOfDay(BERLIN).toInstant();
        }

        @Override
        public List<TimeSeries> read(TimeSeriesQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SoundDay> soundDays(Series series, LocalDate from, LocalDate until) {
            throw new UnsupportedOperationException();
        }
    }
}
