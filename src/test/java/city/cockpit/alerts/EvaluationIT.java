package city.cockpit.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.cockpit.alerts.Bound.Fixed;
import city.cockpit.alerts.Incident.State;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found follows from what is stored, whenever it came and whoever looked. */
class EvaluationIT {

    private static final AlertsBench TOWN = new AlertsBench();
    private static final Instant MORNING = Instant.parse("2026-06-21T04:00:00Z");

    private static final Rule WARM = rule(
            "warm",
            Scope.of("temperature"),
            new Condition.Beyond(Comparison.ABOVE, new Fixed(30), Averaging.INSTANT, Duration.ofMinutes(10), 1));
    private static final Rule OZONE = rule(
            "ozone",
            Scope.of("o3"),
            new Condition.Beyond(Comparison.ABOVE, new Fixed(180), Averaging.HOUR, Duration.ZERO, 0));
    private static final Rule RISING =
            rule("rising", Scope.of("temperature"), new Condition.Changing(true, 8, Duration.ofMinutes(30)));
    private static final Rule SILENT =
            rule("silent", Scope.EVERYTHING, new Condition.Silent(4, Duration.ofMinutes(10)));

    @AfterAll
    static void close() {
        TOWN.close();
    }

    @BeforeEach
    void nobodyHasEverLooked() {
        TOWN.itIs(MORNING);
        TOWN.empty();
    }

    private static Rule rule(String key, Scope scope, Condition condition) {
        return new Rule(
                key,
                scope,
                condition,
                true,
                Severity.WARNING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                true,
                0);
    }

    /** Each is registered once: the number of a series is its own. */
    private static Series add(String id, String place) {
        return TOWN.catalog.findSeries(new SeriesId(id)).orElseGet(() -> TOWN.catalog.add(id, place));
    }

    @Test
    void aHotDayIsOneIncidentAtAllPlacesAndOverWhenAllAreCoolAgain() {
        var market = add("weather-markt/temperature", "Markt");
        var park = add("weather-park/temperature", "Park");
        TOWN.only(WARM);
        minutes(market, 0, 60, 31);
        minutes(park, 20, 60, 33);
        look(60);
        assertThat(open()).singleElement().satisfies(incident -> {
            assertThat(incident.state()).isEqualTo(State.RAISED);
            assertThat(incident.since()).isEqualTo(minute(0));
            assertThat(incident.raisedAt()).isEqualTo(minute(10));
            assertThat(incident.worst()).hasValue(33);
            assertThat(incident.series()).containsExactly(market, park);
        });
        minutes(market, 60, 70, 28);
        look(70);
        assertThat(open()).as("the park is still hot").hasSize(1);
        minutes(park, 60, 80, 28);
        look(80);
        assertThat(open()).isEmpty();
        assertThat(found())
                .containsExactly("warm 0-60 at 10, 33.0, RESOLVED: weather-markt/temperature weather-park/temperature");
    }

    /** What two rules of one scale say of one place is one incident, which somebody has to look at again when it rises. */
    @Test
    void whatGetsWorseIsTheSameIncidentAndSomebodyHasToLookAgain() {
        var series = add("weather-markt/temperature", "Markt");
        var hot = severe("hot", 35);
        TOWN.only(WARM, hot);
        minutes(series, 0, 30, 33);
        look(30);
        var id = open().getFirst().id();
        TOWN.desk.acknowledge(id, "sam");
        minutes(series, 30, 60, 37);
        look(60);
        assertThat(open()).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo(id);
            assertThat(incident.severity()).isEqualTo(Severity.ALARM);
            assertThat(incident.state()).isEqualTo(State.RAISED);
            assertThat(incident.acknowledged()).isEmpty();
            assertThat(incident.worst()).hasValue(37);
        });
        TOWN.desk.close(id, "", "sam");
        minutes(series, 60, 90, 32);
        look(90);
        assertThat(open()).as("it is closed, and less severe").isEmpty();
        minutes(series, 90, 100, 20);
        look(100);
        assertThat(found()).containsExactly("hot 0-90 at 10, 37.0, CLOSED: weather-markt/temperature");
        assertThat(TOWN.desk.find(id).orElseThrow().events())
                .extracting(event -> event.kind() + " " + event.comment())
                .contains("ROSE ALARM");
    }

    @Test
    void whatWasClosedAndGetsWorseIsOpenAgain() {
        var series = add("weather-markt/temperature", "Markt");
        TOWN.only(WARM, severe("hot", 35));
        minutes(series, 0, 30, 33);
        look(30);
        TOWN.desk.close(open().getFirst().id(), "", "sam");
        minutes(series, 30, 60, 37);
        look(60);
        assertThat(open()).singleElement().extracting(Incident::severity).isEqualTo(Severity.ALARM);
    }

    @Test
    void whatWasAnAlarmStaysOneWhenNobodyLooksAfterThatRuleAnyMore() {
        var series = add("weather-markt/temperature", "Markt");
        TOWN.only(WARM, severe("hot", 35));
        minutes(series, 0, 30, 37);
        look(30);
        assertThat(open()).singleElement().extracting(Incident::severity).isEqualTo(Severity.ALARM);
        var hot = TOWN.rules.list().stream()
                .map(RuleTable.Row::rule)
                .filter(rule -> rule.key().equals("hot"))
                .findFirst()
                .orElseThrow();
        TOWN.rules.change(hot.switched(false), TOWN.now(), "test");
        look(31);
        assertThat(open())
                .as("it was so bad, although nobody looks after that any more")
                .singleElement()
                .extracting(Incident::severity)
                .isEqualTo(Severity.ALARM);
    }

    private static Rule severe(String key, double value) {
        return new Rule(
                key,
                Scope.of("temperature"),
                new Condition.Beyond(Comparison.ABOVE, new Fixed(value), Averaging.INSTANT, Duration.ofMinutes(10), 1),
                true,
                Severity.ALARM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                true,
                0);
    }

    @Test
    void aMeanOfAnHourIsJudgedWhenTheHourIsOver() {
        var series = add("air-markt/o3", "Markt");
        TOWN.only(OZONE);
        minutes(series, 0, 30, 300);
        look(30);
        assertThat(open()).as("a value of the moment is no mean of an hour").isEmpty();
        minutes(series, 30, 60, 80);
        look(61);
        assertThat(open()).isEmpty();
        look(63);
        assertThat(open()).singleElement().satisfies(incident -> {
            assertThat(incident.since()).isEqualTo(minute(0));
            assertThat(incident.raisedAt()).isEqualTo(minute(60));
            assertThat(incident.worst().orElseThrow()).isCloseTo(190, within(3.0));
        });
    }

    @Test
    void readingsThatComeLateTakeBackWhatWasRaisedWithoutThem() {
        var series = add("weather-markt/temperature", "Markt");
        TOWN.only(WARM, SILENT);
        minutes(series, 0, 10, 20);
        look(30);
        assertThat(open()).extracting(one -> one.rule().key()).containsExactly("silent");
        minutes(series, 10, 40, 20);
        look(40);
        assertThat(open()).isEmpty();
        assertThat(states()).containsExactly("WITHDRAWN");
    }

    @Test
    void devicesThatFellSilentTogetherAreOneIncident() {
        var all = new ArrayList<Series>();
        for (var i = 0; i < 20; i++) all.add(add("air-%02d/pm10".formatted(i), "Place " + i));
        var lonely = add("weather-park/temperature", "Park");
        var words = new RuleWords(Locale.GERMAN, ObservedProperties.load(), TOWN.catalog);
        TOWN.only(SILENT);
        minutes(lonely, 0, 10, 20);
        for (var one : all) minutes(one, 0, 60, 20);
        look(59);
        assertThat(open()).singleElement().extracting(Incident::series).isEqualTo(List.of(lonely));
        look(90);
        assertThat(open())
                .hasSize(2)
                .anySatisfy(incident -> assertThat(incident.sensors()).isEqualTo(20))
                .extracting(words::title)
                .containsExactlyInAnyOrder("Sensor weather-park schweigt", "20 Sensoren schweigen");
        for (var one : all) minutes(one, 95, 100, 20);
        look(100);
        assertThat(open()).singleElement().extracting(Incident::series).isEqualTo(List.of(lonely));
    }

    @Test
    void theGatewayByWhichAllSilentDevicesComeIsNamed() {
        var words = new RuleWords(Locale.GERMAN, ObservedProperties.load(), TOWN.catalog);
        TOWN.behindTheGateway.addAll(List.of("air-lora-1", "air-lora-2"));
        TOWN.only(SILENT);
        for (var one : List.of(add("air-lora-1/pm10", "Markt"), add("air-lora-2/pm10", "Park")))
            minutes(one, 0, 60, 20);
        look(59);
        look(90);
        assertThat(open()).singleElement().satisfies(incident -> {
            assertThat(incident.gateway()).contains("Wasserturm");
            assertThat(words.title(incident)).isEqualTo("Gateway „Wasserturm“: 2 Sensoren schweigen");
        });
    }

    @Test
    void whoeverWasSilentBeforeAStartIsFoundAtTheFirstLook() {
        var series = add("weather-alone/temperature", "Park");
        TOWN.only(SILENT);
        minutes(series, 0, 10, 20);
        look(12);
        TOWN.restart();
        look(25);
        assertThat(open()).singleElement().extracting(Incident::raisedAt).isEqualTo(minute(19));
    }

    /** Whoever looks in between would take the news away from the one who remembers how values stood. */
    @Test
    void ofTwoCockpitsOneLooksUntilItEnds() {
        var series = add("weather-markt/temperature", "Markt");
        TOWN.only(WARM);
        var other = TOWN.newCockpit();
        for (var minute = 0; minute < 9; minute += 3) {
            minutes(series, minute, minute + 3, 33);
            look(minute + 3);
            other.look();
        }
        assertThat(open()).isEmpty();
        minutes(series, 9, 12, 33);
        TOWN.itIs(minute(12));
        TOWN.rollUp();
        other.look();
        assertThat(open()).as("the other one does not look").isEmpty();
        look(12);
        assertThat(found()).containsExactly("warm 0-now at 10, 33.0, RAISED: weather-markt/temperature");
        TOWN.stop();
        minutes(series, 12, 20, 20);
        TOWN.itIs(minute(20));
        TOWN.rollUp();
        other.look();
        assertThat(found()).containsExactly("warm 0-12 at 10, 33.0, RESOLVED: weather-markt/temperature");
        other.stop();
    }

    @Test
    void whatIsSwitchedOffEnds() {
        var series = add("weather-markt/temperature", "Markt");
        TOWN.only(WARM);
        minutes(series, 0, 30, 33);
        look(30);
        TOWN.rules.change(WARM.withVersion(1).switched(false), TOWN.now(), "test");
        look(31);
        assertThat(open()).isEmpty();
        assertThat(states()).containsExactly("RESOLVED");
    }

    @Test
    void whatIsClosedByHandComesBackOnlyAfterItWasWell() {
        var series = add("weather-markt/temperature", "Markt");
        TOWN.only(WARM);
        minutes(series, 0, 30, 33);
        look(30);
        TOWN.incidents.close(open().getFirst().id());
        minutes(series, 30, 60, 34);
        look(60);
        assertThat(open()).isEmpty();
        minutes(series, 60, 70, 20);
        minutes(series, 70, 90, 33);
        look(90);
        assertThat(open()).singleElement().extracting(Incident::raisedAt).isEqualTo(minute(80));
        assertThat(states()).containsExactly("CLOSED", "RAISED");
    }

    @Test
    void aQuarterOfAnHourIsJudgedAsItsMean() {
        var series = add("weather-markt/temperature", "Markt");
        var rule = rule("quarter", Scope.of("temperature"), beyond(30, Averaging.FIFTEEN_MINUTES));
        TOWN.only(rule);
        minutes(series, 0, 10, 33);
        minutes(series, 10, 15, 30);
        minutes(series, 15, 45, 27);
        look(47);
        assertThat(found()).containsExactly("quarter 0-30 at 15, 32.0, RESOLVED: weather-markt/temperature");
        assertTriedLikeFound(rule, found());
    }

    @Test
    void threeHoursMustEachBeBeyondOneAfterTheOther() {
        var series = add("air-markt/no2", "Markt");
        var rule = rule("three", Scope.of("no2"), beyond(200, Averaging.THREE_HOURS_EACH));
        TOWN.only(rule);
        minutes(series, 0, 120, 250);
        minutes(series, 120, 180, 150);
        minutes(series, 180, 300, 210);
        look(303);
        assertThat(found()).as("two hours are not three").isEmpty();
        minutes(series, 300, 360, 205);
        look(363);
        assertThat(found()).containsExactly("three 180-now at 360, 210.0, RAISED: air-markt/no2");
        assertTriedLikeFound(rule, found());
    }

    @Test
    void theLastTwentyFourHoursAreJudgedAtEachFullOne() {
        var series = add("air-markt/pm10", "Markt");
        var rule = rule("moving", Scope.of("pm10"), beyond(50, Averaging.MOVING_DAY));
        TOWN.only(rule);
        minutes(series, 0, 20 * 60, 40);
        minutes(series, 20 * 60, 30 * 60, 100);
        look(30 * 60 + 3);
        // After 24 hours the mean is just 50, after 25 it is 52.5 of the last 24, after 30 it is 65.
        assertThat(open()).singleElement().satisfies(incident -> {
            assertThat(incident.raisedAt()).isEqualTo(minute(25 * 60));
            assertThat(incident.worst().orElseThrow()).isCloseTo(65, within(1.0));
        });
        assertTriedLikeFound(rule, found());
    }

    @Test
    void aDayOfTheTownIsJudgedAfterMidnight() {
        var series = add("air-markt/pm10", "Markt");
        var rule = rule("day", Scope.of("pm10"), beyond(50, Averaging.DAY));
        TOWN.only(rule);
        // From five in the morning until midnight by the clock of the town there are 19 of 24 hours: enough.
        minutes(series, -60, 18 * 60, 60);
        look(18 * 60 - 5);
        assertThat(found()).isEmpty();
        look(18 * 60 + 3);
        assertThat(found()).containsExactly("day -360-now at 1080, 60.0, RAISED: air-markt/pm10");
        assertTriedLikeFound(rule, found());
    }

    @Test
    void whatIsUsualComesFromTheSameHourOfTheWeeksBefore() {
        var series = add("noise-markt/laeq", "Markt");
        var rule = rule("usual", Scope.of("laeq"), new Condition.Unusual(Comparison.ABOVE, 6, Duration.ZERO, 2));
        TOWN.only(rule);
        for (var week = 1; week <= 4; week++) {
            minutes(series, -week * 7 * 24 * 60, -week * 7 * 24 * 60 + 60, 50);
            minutes(series, -week * 7 * 24 * 60 + 60, -week * 7 * 24 * 60 + 120, 50);
        }
        minutes(series, 0, 60, 60);
        minutes(series, 60, 120, 53);
        look(123);
        assertThat(found())
                .singleElement()
                .asString()
                .matches("usual 0-120 at 60, (60\\.0|59\\.9)\\d*, RESOLVED: noise-markt/laeq");
        assertTriedLikeFound(rule, found());
    }

    @Test
    void anHourOfWhichTooMuchIsNotBelievedIsDoubtful() {
        var series = add("air-markt/pm10", "Markt");
        var rule = rule("doubtful", Scope.EVERYTHING, new Condition.Doubtful(25));
        TOWN.only(rule);
        minutes(series, 0, 40, 30);
        doubted(series, 40, 60, 300);
        minutes(series, 60, 120, 30);
        look(123);
        assertThat(found()).singleElement().asString().startsWith("doubtful 0-120 at 60, 33.3");
        assertTriedLikeFound(rule, found());
    }

    @Test
    void aTrialSaysHowShortTheHistoryIs() {
        var series = add("weather-markt/temperature", "Markt");
        TOWN.only();
        assertThat(TOWN.attempt(WARM).judged()).isZero();
        minutes(series, 0, 60, 33);
        minutes(series, 3 * 24 * 60, 3 * 24 * 60 + 60, 20);
        TOWN.itIs(minute(4 * 24 * 60));
        TOWN.rollUp();
        var trial = TOWN.attempt(WARM);
        assertThat(trial.count()).isEqualTo(1);
        assertThat(trial.knownSince()).hasValue(minute(0));
        assertThat(trial.daysMissing()).isEqualTo(26);
    }

    @Test
    void whoDoesNotWaitGetsNoTrial() {
        var nobody = new RuleTrials.Onlooker() {
            @Override
            public void done(double share) {}

            @Override
            public boolean isWaiting() {
                return false;
            }
        };
        assertThat(TOWN.trials().attempt(WARM, nobody)).isEmpty();
    }

    private static Condition beyond(double value, Averaging averaging) {
        return new Condition.Beyond(Comparison.ABOVE, new Fixed(value), averaging, Duration.ZERO, 0);
    }

    private static void doubted(Series series, int from, int to, double value) {
        var readings = new ArrayList<Reading>();
        for (var minute = from; minute < to; minute++)
            readings.add(new Reading(series.id(), minute(minute), value, Quality.IMPLAUSIBLE));
        TOWN.store(readings);
    }

    @Test
    void theFileHasTheWholeHistoryHoweverLongItIs() throws IOException {
        var series = add("weather-markt/temperature", "Markt");
        TOWN.only(WARM);
        minutes(series, 0, 30, 33);
        look(30);
        TOWN.database.sql().sql("""
                        INSERT INTO incident (rule_key, rule_version, rule, since, raised_at, ended_at, state, found_at)
                        SELECT rule_key, rule_version, rule, old, old, old, 'RESOLVED', old
                          FROM incident, generate_series(1, 1200) AS n,
                               LATERAL (SELECT raised_at - (1 + n / 2) * INTERVAL '1 hour' AS old) AS long_ago""").update();
        var all = new ByteArrayOutputStream();
        TOWN.desk.writeCsv(new Incidents.Wanted(false, Instant.EPOCH), incident -> true, all);
        var lines = all.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(1 + 1 + 1200).doesNotHaveDuplicates();
        assertThat(lines.get(1)).contains("warm", "weather-markt/temperature", "RAISED");
        var open = new ByteArrayOutputStream();
        TOWN.desk.writeCsv(new Incidents.Wanted(true, Instant.EPOCH), incident -> true, open);
        assertThat(open.toString(UTF_8).lines()).hasSize(2);
        var none = new ByteArrayOutputStream();
        TOWN.desk.writeCsv(new Incidents.Wanted(false, Instant.EPOCH), incident -> false, none);
        assertThat(none.toString(UTF_8).lines()).hasSize(1);
    }

    /** In any order, in any pieces, with cockpits that are restarted, the same incidents come of the same readings. */
    @Test
    void theSameReadingsMakeTheSameIncidentsInWhateverOrderTheyCome() {
        var random = new Random(20261123);
        for (var round = 0; round < 4; round++) {
            nobodyHasEverLooked();
            var series = List.of(
                    add("weather-%d/temperature".formatted(round), "Markt " + round),
                    add("weather-x%d/temperature".formatted(round), "Park " + round),
                    add("air-%d/o3".formatted(round), "Markt " + round));
            TOWN.only(WARM, OZONE, RISING, SILENT);
            var arrivals = day(series, random);
            var next = 0;
            for (var minute = 1; minute <= 8 * 60; minute += 1 + random.nextInt(15)) {
                var due = new ArrayList<Reading>();
                while (next < arrivals.size() && !arrivals.get(next).at().isAfter(minute(minute)))
                    due.add(arrivals.get(next++).reading());
                if (!due.isEmpty()) TOWN.store(due);
                if (random.nextInt(10) == 0) TOWN.restart();
                look(minute);
            }
            var late = new ArrayList<Reading>();
            while (next < arrivals.size()) late.add(arrivals.get(next++).reading());
            if (!late.isEmpty()) TOWN.store(late);
            look(12 * 60);
            var piecemeal = found();
            assertThat(piecemeal).as("the day is worth a look").hasSizeGreaterThan(5);
            forgetAndLookAgain();
            assertThat(piecemeal).as("round %d", round).isEqualTo(found());
            for (var rule : List.of(WARM, OZONE, RISING, SILENT)) assertTriedLikeFound(rule, piecemeal);
        }
    }

    /** A trial finds what was found. */
    private static void assertTriedLikeFound(Rule rule, List<String> found) {
        var trial = TOWN.attempt(rule);
        var expected =
                found.stream().filter(line -> line.startsWith(rule.key() + " ")).toList();
        assertThat(trial.count()).as(rule.key()).isEqualTo(expected.size());
        assertThat(expected)
                .as(rule.key())
                .containsAll(trial.newest().stream().map(EvaluationIT::line).toList());
    }

    private static String line(Incident incident) {
        return line(
                incident.rule().key(),
                incident.since(),
                incident.endedAt(),
                incident.raisedAt(),
                incident.worst().isPresent() ? incident.worst().getAsDouble() : null,
                incident.state().name(),
                String.join(
                        " ",
                        incident.series().stream()
                                .map(Series::id)
                                .map(SeriesId::value)
                                .toList()));
    }

    private static String line(
            String rule,
            Instant since,
            Optional<Instant> endedAt,
            Instant raisedAt,
            @Nullable Double worst,
            String state,
            String series) {
        return "%s %s-%s at %s, %s, %s: %s"
                .formatted(
                        rule,
                        minutes(since),
                        endedAt.map(EvaluationIT::minutes).orElse("now"),
                        minutes(raisedAt),
                        worst,
                        state,
                        series);
    }

    private record Arrival(Instant at, Reading reading) {}

    /** Eight hours of a warm day with hours of silence; most readings come at once, some hours later. */
    private static List<Arrival> day(List<Series> series, Random random) {
        var arrivals = new ArrayList<Arrival>();
        for (var one : series) {
            var isOzone = one.property().key().equals("o3");
            var value = isOzone ? 170.0 : 27.0;
            var silentUntil = 0;
            for (var minute = 0; minute < 8 * 60; minute++) {
                value += (random.nextDouble() - 0.5) * (isOzone ? 20 : 2);
                value = isOzone ? Math.clamp(value, 100, 260) : Math.clamp(value, 20, 36);
                if (minute >= silentUntil && random.nextInt(120) == 0) silentUntil = minute + random.nextInt(60);
                if (minute < silentUntil) continue;
                var delay = random.nextInt(12) == 0 ? random.nextInt(3 * 3600) : random.nextInt(60);
                arrivals.add(new Arrival(
                        minute(minute).plusSeconds(delay),
                        new Reading(one.id(), minute(minute), Math.round(value * 10) / 10.0, Quality.GOOD)));
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    private static void forgetAndLookAgain() {
        TOWN.forgetIncidents();
        TOWN.database
                .sql()
                .sql("UPDATE alert_progress SET evaluated_until = :morning")
                .param("morning", MORNING.atOffset(ZoneOffset.UTC))
                .update();
        TOWN.restart();
        look(12 * 60);
    }

    private static void minutes(Series series, int from, int to, double value) {
        var readings = new ArrayList<Reading>();
        for (var minute = from; minute < to; minute++)
            readings.add(new Reading(series.id(), minute(minute), value + (minute % 2) * 0.0, Quality.GOOD));
        TOWN.store(readings);
    }

    private static void look(int minute) {
        TOWN.itIs(minute(minute));
        TOWN.look();
    }

    private static List<Incident> open() {
        return TOWN.shared.picture().incidents();
    }

    private static Instant minute(int minute) {
        return MORNING.plus(Duration.ofMinutes(minute));
    }

    private static List<String> states() {
        return TOWN.database
                .sql()
                .sql("SELECT state FROM incident ORDER BY id")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Every incident that was not taken back, in a line of minutes. */
    private static List<String> found() {
        return TOWN.database
                .sql()
                .sql("""
                        SELECT rule_key, since, raised_at, ended_at, worst, state, id,
                               (SELECT string_agg(DISTINCT series_id::text, ' ') FROM incident_breach
                                 WHERE incident_id = incident.id) AS series
                          FROM incident WHERE state <> 'WITHDRAWN' ORDER BY since, rule_key""")
                .query((row, n) -> line(
                        row.getString("rule_key"),
                        instant(row, "since").orElseThrow(),
                        instant(row, "ended_at"),
                        instant(row, "raised_at").orElseThrow(),
                        row.getObject("worst", Double.class),
                        row.getString("state"),
                        names(row.getString("series"))))
                .list();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static String minutes(Instant time) {
        return String.valueOf(Duration.between(MORNING, time).toMinutes());
    }

    private static String names(@Nullable String keys) {
        if (keys == null) return "nothing";
        var names = new TreeSet<String>();
        for (var key : keys.split(" ", -1))
            TOWN.catalog.listSeries().stream()
                    .filter(series -> series.key() == Integer.parseInt(key))
                    .map(Series::id)
                    .map(SeriesId::value)
                    .forEach(names::add);
        return String.join(" ", names);
    }
}
