package city.cockpit.ingest;

import static city.cockpit.ingest.City.NOW;
import static city.cockpit.ingest.City.counts;
import static city.cockpit.ingest.RejectReason.BEFORE_1970;
import static city.cockpit.ingest.RejectReason.CONFLICT;
import static city.cockpit.ingest.RejectReason.IMPOSSIBLE_VALUE;
import static city.cockpit.ingest.RejectReason.IN_FUTURE;
import static city.cockpit.ingest.RejectReason.MALFORMED;
import static city.cockpit.ingest.RejectReason.NOT_A_NUMBER;
import static city.cockpit.ingest.RejectReason.OVERSIZED;
import static city.cockpit.ingest.RejectReason.RETAINED_WITHOUT_TIME;
import static city.cockpit.ingest.RejectReason.UNIT;
import static city.cockpit.ingest.RejectReason.UNKNOWN_PROPERTY;
import static city.cockpit.ingest.RejectReason.UNKNOWN_SENSOR;
import static city.cockpit.ingest.RejectReason.UNKNOWN_TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SensorId;
import city.cockpit.measurement.SeriesId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestTests {

    private static final String GOOD = """
            {"time":"2026-11-22T10:14:00Z","values":{"pm10":12.3}}""";

    private final City city = new City()
            .withSensor("air-07/pm10", "air-07/pm2_5", "noise-01/laeq")
            .started();

    @AfterEach
    void everyReadingIsCountedOnce() {
        city.settle();
        city.close();
    }

    @Test
    void aGoodReadingIsStoredShownAndThenAcknowledged() {
        var message = city.receives("city/air-07", GOOD);
        assertThat(city.tile("air-07/pm10"))
                .hasValue(new Reading(new SeriesId("air-07/pm10"), NOW.minusSeconds(60), 12.3, Quality.GOOD));
        assertThat(city.stored("air-07/pm10")).hasSize(1);
        assertThat(message.isAcknowledged()).isTrue();
        assertThat(city.ledger()).isEqualTo(counts().stored(1).sum());
    }

    @Test
    void aRepeatIsStoredOnce() {
        for (var i = 0; i < 3; i++) city.receives("city/air-07", GOOD);
        assertThat(city.ledger()).isEqualTo(counts().stored(1).duplicate(2).sum());
    }

    @Test
    void theFirstValueOfAMomentStaysAndTheOtherIsKeptForInspection() {
        city.receives("city/air-07", GOOD);
        city.receives("city/air-07", GOOD.replace("12.3", "99"));
        assertThat(city.ledger())
                .isEqualTo(counts().stored(1).rejected(CONFLICT, 1).sum());
        assertThat(city.tile("air-07/pm10").orElseThrow().value()).isEqualTo(12.3);
        assertThat(city.rejectedMessages()).singleElement().satisfies(message -> {
            assertThat(message.reason()).isEqualTo(CONFLICT);
            assertThat(message.payload()).contains("99");
            assertThat(message.detail()).contains("12.3").contains("99");
        });
    }

    @Test
    void anImpossibleReadingNeverReachesTheTile() {
        city.receives("city/air-07", GOOD.replace("12.3", "-3.0"));
        assertThat(city.tile("air-07/pm10")).isEmpty();
        assertThat(city.ledger())
                .isEqualTo(counts().rejected(IMPOSSIBLE_VALUE, 1).sum());
    }

    @Test
    void goodValuesSurviveBesideBadOnes() {
        city.receives("city/air-07", """
                {"time":"2026-11-22T10:14:00Z","values":{"pm10":"12","pm2_5":7.1,"x":1,"no2":5,"__":2}}""");
        assertThat(city.ledger())
                .isEqualTo(counts().stored(1)
                        .rejected(NOT_A_NUMBER, 1)
                        .rejected(UNKNOWN_PROPERTY, 3)
                        .sum());
        assertThat(city.rejectedMessages())
                .extracting(RejectedMessage::reason, RejectedMessage::readings)
                .containsExactlyInAnyOrder(tuple(NOT_A_NUMBER, 1), tuple(UNKNOWN_PROPERTY, 3));
    }

    @Test
    void withoutATimeTheValueHoldsOnArrivalAndSaysSo() {
        city.receives("city/air-07", """
                {"values":{"pm10":12.3}}""");
        assertThat(city.stored("air-07/pm10"))
                .containsExactly(new Reading(new SeriesId("air-07/pm10"), NOW, 12.3, Quality.TIMED_ON_ARRIVAL));
    }

    @Test
    void aRetainedMessageCountsOnlyWithATimeOfItsOwn() {
        city.receivesRetained("city/air-07", GOOD);
        city.receivesRetained("city/air-07", """
                {"values":{"pm10":12.3}}""");
        assertThat(city.ledger())
                .isEqualTo(counts().stored(1).rejected(RETAINED_WITHOUT_TIME, 1).sum());
    }

    @Test
    void nobodyReportsFromTheFarFutureOrFromBefore1970() {
        city.receives("city/air-07", GOOD.replace("10:14:00", "10:20:00"));
        city.receives("city/air-07", GOOD.replace("10:14:00", "10:20:01"));
        city.receives("city/air-07", GOOD.replace("2026", "1969"));
        assertThat(city.ledger())
                .isEqualTo(counts().stored(1)
                        .rejected(IN_FUTURE, 1)
                        .rejected(BEFORE_1970, 1)
                        .sum());
    }

    @Test
    void aStrangerIsRefusedWithEachOfItsReadings() {
        city.receives("city/stranger", """
                {"values":{"pm10":1,"pm2_5":2}}""");
        assertThat(city.ledger()).isEqualTo(counts().rejected(UNKNOWN_SENSOR, 2).sum());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"city", "city/", "city/Air-07", "city/air-07/pm10", "city/air-07/status/x", "city/ü", "town/x"})
    void otherTopicsAreUnknown(String topic) {
        var message = city.receives(topic, GOOD);
        assertThat(city.ledger()).isEqualTo(counts().rejected(UNKNOWN_TOPIC, 1).sum());
        assertThat(message.isAcknowledged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "online",
                "{",
                "[]",
                "{}",
                "12.3",
                "null",
                "{\"values\":{\"pm10\":NaN}}",
                "{\"values\":{\"pm10\":1}} x",
                "{\"values\":{\"pm10\":1,\"pm10\":2}}",
                "{\"values\":{\"pm10\":1},\"values\":{\"pm10\":2}}",
                "{\"values\":{}}",
                "{\"values\":[1]}",
                "{\"values\":{\"pm10\":1},\"timestamp\":\"2026-11-22T10:14:00Z\"}",
                "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]",
                "{\"values\":{\"pm10\":11111111112222222222333333333344444444445555555555}}"
            })
    void whatCannotBeReadCountsOnceAndIsKept(String payload) {
        var message = city.receives("city/air-07", payload);
        assertThat(city.ledger()).isEqualTo(counts().rejected(MALFORMED, 1).sum());
        assertThat(city.rejectedMessages()).singleElement().satisfies(kept -> {
            assertThat(kept.payload()).isEqualTo(payload);
            assertThat(kept.detail()).isNotBlank().hasSizeLessThanOrEqualTo(200);
        });
        assertThat(message.isAcknowledged()).isTrue();
    }

    @Test
    void numbersThatNoDoubleHoldsAreRefusedOneByOne() {
        city.receives("city/air-07", """
                {"time":"2026-11-22T10:14:00Z","values":{"pm10":1e999,"pm2_5":7}}""");
        assertThat(city.ledger())
                .isEqualTo(counts().stored(1).rejected(NOT_A_NUMBER, 1).sum());
    }

    @Test
    void anOversizedMessageIsNotEvenRead() {
        city.receives("city/air-07", " ".repeat(65_536) + GOOD);
        assertThat(city.ledger()).isEqualTo(counts().rejected(OVERSIZED, 1).sum());
        assertThat(city.rejectedMessages().getFirst().payloadBytes()).isGreaterThan(65_536);
    }

    @Test
    void aMessageOfTooManyReadingsIsRefusedAsAWhole() {
        city.receives("city/air-07", "[" + "{\"v\":1},".repeat(2_000) + "{\"v\":1}]");
        assertThat(city.ledger()).isEqualTo(counts().rejected(OVERSIZED, 1).sum());
    }

    @Test
    void aUnitMustFit() {
        city.receives("city/noise-01", """
                [{"n":"laeq","u":"dB","v":55,"t":1795342440},{"n":"laeq","u":"Cel","v":55,"t":1795342441}]""");
        assertThat(city.ledger()).isEqualTo(counts().stored(1).rejected(UNIT, 1).sum());
    }

    @Test
    void aSensorSaysGoodbyeAndComesBack() {
        var goodbye = city.receives("city/air-07/status", "offline");
        assertThat(city.offlineOnScreens()).containsExactly(Map.entry(new SensorId("air-07"), NOW));
        assertThat(city.offlineInRegistry()).containsExactly(Map.entry(new SensorId("air-07"), NOW));
        assertThat(goodbye.isAcknowledged()).isTrue();
        city.receives("city/air-07/status", "{\"state\":\"online\",\"battery\":3}");
        assertThat(city.offlineOnScreens()).isEmpty();
        assertThat(city.offlineInRegistry()).isEmpty();
        assertThat(city.ledger()).as("no readings").isEqualTo(counts().sum());
    }

    @Test
    void aStateThatMeansNothingIsRefused() {
        city.receives("city/air-07/status", "sleeping");
        city.receives("city/air-07/status", "{\"state\":1}");
        city.receives("city/stranger/status", "offline");
        assertThat(city.ledger())
                .isEqualTo(counts().rejected(MALFORMED, 2)
                        .rejected(UNKNOWN_SENSOR, 1)
                        .sum());
        assertThat(city.offlineOnScreens()).isEmpty();
    }

    @Test
    void whatStrangersSendIsMadeSafeForTheDatabaseAndTheScreen() {
        city.receives("city/\u0000\u202e\ud800", "\u0000");
        assertThat(city.rejectedMessages())
                .singleElement()
                .extracting(RejectedMessage::detail, RejectedMessage::payload)
                .containsExactly("city/\ufffd\ufffd\ufffd", "\ufffd");
    }
}
