package city.cockpit.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.alerts.Bound.Fixed;
import city.cockpit.alerts.MaintenanceWindow.Kind;
import city.cockpit.alerts.MaintenanceWindow.Target;
import city.cockpit.harness.WithoutDatabase;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While somebody works nobody is told, and afterwards whoever has to know is. */
@WithoutDatabase
class MaintenanceIT {

    private static final AlertsBench TOWN = new AlertsBench();
    private static final Instant MORNING = Instant.parse("2026-06-21T04:00:00Z");
    private static final Rule WARM = new Rule(
            "warm",
            Scope.of("temperature"),
            new Condition.Beyond(Comparison.ABOVE, new Fixed(30), Averaging.INSTANT, Duration.ofMinutes(10), 1),
            true,
            Severity.WARNING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            true,
            0);

    private final Series market = add("weather-markt/temperature", "Markt");
    private final Series park = add("weather-park/temperature", "Park");

    @AfterAll
    static void close() {
        TOWN.close();
    }

    @BeforeEach
    void somebodyIsToBeTold() {
        TOWN.itIs(MORNING);
        TOWN.empty();
        TOWN.behindTheGateway.clear();
        TOWN.recipients.save(
                new Recipient(
                        "Bauhof",
                        Recipient.Channel.EMAIL,
                        "bauhof@jena.example",
                        Recipient.Language.BOTH,
                        Severity.NOTICE,
                        false,
                        true,
                        0),
                "test");
        TOWN.only(WARM);
    }

    private static Series add(String id, String place) {
        return TOWN.catalog.findSeries(new SeriesId(id)).orElseGet(() -> TOWN.catalog.add(id, place));
    }

    @Test
    void whatHappensDuringTheWorkIsMarkedAndToldToNobody() {
        plan(Kind.SENSOR, "weather-markt", 0, 60);
        hot(market, 0, 30);
        look(30);
        assertThat(open()).singleElement().extracting(Incident::isMuted).isEqualTo(true);
        assertThat(waiting()).isEmpty();
        assertThat(TOWN.work.isWorkedOn(market)).isTrue();
        assertThat(TOWN.work.isWorkedOn(park)).isFalse();
        cool(market, 30, 40);
        look(40);
        assertThat(all()).singleElement().satisfies(incident -> {
            assertThat(incident.state()).isEqualTo(Incident.State.RESOLVED);
            assertThat(incident.isMuted()).isTrue();
        });
        assertThat(waiting())
                .as("who was not told that it began is not told that it is over")
                .isEmpty();
    }

    @Test
    void whatIsStillWrongAfterTheWorkIsToldThenAndOnce() {
        plan(Kind.SITE, market.site().key(), 0, 60);
        hot(market, 0, 70);
        look(30);
        assertThat(waiting()).isEmpty();
        look(59);
        assertThat(waiting()).isEmpty();
        look(60);
        assertThat(open()).singleElement().extracting(Incident::isMuted).isEqualTo(false);
        assertThat(waiting()).containsExactly("RAISED");
        look(65);
        assertThat(waiting()).containsExactly("RAISED");
        assertThat(kinds())
                .containsExactly(IncidentEvent.Kind.RAISED, IncidentEvent.Kind.MUTED, IncidentEvent.Kind.UNMUTED);
    }

    @Test
    void whoeverIsDoneEarlierEndsTheWorkForEverybody() {
        plan(Kind.SENSOR, "weather-markt", 0, 600);
        hot(market, 0, 40);
        look(30);
        TOWN.itIs(minute(35));
        assertThat(TOWN.maintenance.end(
                        TOWN.maintenance.listWindows().getFirst().id(), "tina"))
                .isTrue();
        assertThat(TOWN.maintenance.listWindows()).singleElement().satisfies(window -> {
            assertThat(window.span().to()).isEqualTo(minute(35));
            assertThat(window.endedBy()).contains("tina");
        });
        assertThat(waiting()).containsExactly("RAISED");
        assertThat(TOWN.work.isWorkedOn(market)).isFalse();
        assertThat(TOWN.maintenance.end(
                        TOWN.maintenance.listWindows().getFirst().id(), "tina"))
                .isFalse();
    }

    @Test
    void windowsThatOverlapHoldUntilTheLastOfThemIsOver() {
        plan(Kind.SENSOR, "weather-markt", 0, 30);
        plan(Kind.SITE, market.site().key(), 20, 50);
        hot(market, 0, 60);
        look(25);
        look(35);
        assertThat(open()).singleElement().extracting(Incident::isMuted).isEqualTo(true);
        look(50);
        assertThat(waiting()).containsExactly("RAISED");
    }

    @Test
    void workAtOnePlaceDoesNotHideWhatGoesOnAtAnother() {
        plan(Kind.SENSOR, "weather-markt", 0, 60);
        hot(market, 0, 30);
        look(30);
        assertThat(waiting()).isEmpty();
        hot(park, 20, 40);
        look(40);
        assertThat(open()).singleElement().extracting(Incident::isMuted).isEqualTo(false);
        assertThat(waiting()).containsExactly("RAISED");
    }

    @Test
    void aGatewayIsEverythingThatComesByIt() {
        TOWN.behindTheGateway.addAll(List.of("weather-markt", "weather-park"));
        plan(Kind.GATEWAY, "tower", 0, 60);
        hot(market, 0, 30);
        hot(park, 0, 30);
        look(30);
        assertThat(open()).singleElement().extracting(Incident::isMuted).isEqualTo(true);
    }

    @Test
    void aWindowMadeAfterwardsMarksWhatWasFoundInItAndTakesItBackWhenItIsDeleted() {
        hot(market, 0, 30);
        look(30);
        assertThat(waiting()).containsExactly("RAISED");
        plan(Kind.SENSOR, "weather-markt", 0, 60);
        assertThat(open()).singleElement().extracting(Incident::isMuted).isEqualTo(true);
        assertThat(waiting()).as("nobody had been told yet").isEmpty();
        cool(market, 30, 40);
        look(40);
        TOWN.maintenance.remove(TOWN.maintenance.listWindows().getFirst().id(), "tina");
        assertThat(all()).singleElement().extracting(Incident::isMuted).isEqualTo(false);
        plan(Kind.SENSOR, "weather-markt", 0, 20);
        assertThat(all()).singleElement().extracting(Incident::isMuted).isEqualTo(true);
        assertThat(waiting()).isEmpty();
    }

    private static void plan(Kind kind, String key, int from, int to) {
        TOWN.maintenance.add(
                new MaintenanceWindow(
                        0,
                        new Target(kind, key),
                        new Interval(minute(from), minute(to)),
                        "Fühler tauschen",
                        "tina",
                        Optional.empty()),
                "tina");
    }

    private static void hot(Series series, int from, int to) {
        minutes(series, from, to, 33);
    }

    private static void cool(Series series, int from, int to) {
        minutes(series, from, to, 20);
    }

    private static void minutes(Series series, int from, int to, double value) {
        var readings = new ArrayList<Reading>();
        for (var minute = from; minute < to; minute++)
            readings.add(new Reading(series.id(), minute(minute), value, Quality.GOOD));
        TOWN.store(readings);
    }

    private static void look(int minute) {
        TOWN.itIs(minute(minute));
        TOWN.look();
    }

    private static Instant minute(int minute) {
        return MORNING.plus(Duration.ofMinutes(minute));
    }

    /** As the database has it: pages get it with the next look. */
    private static List<Incident> open() {
        return TOWN.incidents.listOpenIncidents();
    }

    private static List<Incident> all() {
        return TOWN.incidents.list(false, Instant.EPOCH, 10);
    }

    private static List<IncidentEvent.Kind> kinds() {
        return TOWN.incidents.listEvents(open().getFirst().id()).stream()
                .map(IncidentEvent::kind)
                .toList();
    }

    /** What nobody was told yet. */
    private static List<String> waiting() {
        return TOWN.database
                .sql()
                .sql("SELECT kind FROM alert_message WHERE state = 'WAITING' ORDER BY id")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
