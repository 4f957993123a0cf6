package city.cockpit.ingest;

import static city.cockpit.ingest.City.NOW;
import static city.cockpit.ingest.City.counts;
import static city.cockpit.ingest.RejectReason.CONFLICT;
import static city.cockpit.ingest.RejectReason.IMPOSSIBLE_VALUE;
import static city.cockpit.ingest.RejectReason.IN_FUTURE;
import static city.cockpit.ingest.RejectReason.MALFORMED;
import static city.cockpit.ingest.RejectReason.NOT_A_NUMBER;
import static city.cockpit.ingest.RejectReason.OLDER_THAN_RETENTION;
import static city.cockpit.ingest.RejectReason.OVERSIZED;
import static city.cockpit.ingest.RejectReason.RETAINED_WITHOUT_TIME;
import static city.cockpit.ingest.RejectReason.SKIPPED_HOUR;
import static city.cockpit.ingest.RejectReason.UNIT;
import static city.cockpit.ingest.RejectReason.UNKNOWN_PROPERTY;
import static city.cockpit.ingest.RejectReason.UNKNOWN_SENSOR;
import static city.cockpit.ingest.RejectReason.UNKNOWN_TOPIC;
import static city.cockpit.ingest.RejectReason.WRONG_PORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import city.cockpit.measurement.PlausibleRange;
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
    void anImplausibleReadingIsStoredAndSaysSo() {
        city.receives("city/air-07", GOOD.replace("12.3", "2000.5"));
        assertThat(city.stored("air-07/pm10"))
                .containsExactly(
                        new Reading(new SeriesId("air-07/pm10"), NOW.minusSeconds(60), 2000.5, Quality.IMPLAUSIBLE));
        assertThat(city.ledger()).isEqualTo(counts().stored(1).sum());
    }

    @Test
    void whatIsImplausibleAndHasNoTimeSaysBoth() {
        city.receives("city/air-07", """
                {"values":{"pm10":5000}}""");
        assertThat(city.stored("air-07/pm10"))
                .extracting(Reading::quality)
                .containsExactly(Quality.IMPLAUSIBLE.with(Quality.TIMED_ON_ARRIVAL));
    }

    @Test
    void aPlaceMayBelieveMoreOrLessThanItsProperty() {
        city.withSensorThatBelieves("furnace/temperature", new PlausibleRange(200, 900));
        city.receives("city/furnace", GOOD.replace("pm10\":12.3", "temperature\":850"));
        city.receives(
                "city/furnace", GOOD.replace("pm10\":12.3", "temperature\":21").replace("10:14", "10:13"));
        assertThat(city.stored("furnace/temperature"))
                .extracting(Reading::quality)
                .containsExactly(Quality.IMPLAUSIBLE, Quality.GOOD);
    }

    @Test
    void ofAllThatADeviceSaysOnlyWhatFeedsASeriesIsCounted() {
        city.withSensor("haus-7/temperature", "haus-7/pressure");
        city.receives("city/haus-7", """
                {"Time":"2026-11-22T11:14:00","BME280":{"Temperature":47.3,"Humidity":71.3,"Pressure":752.5},
                 "ENERGY":{"Power":312},"TempUnit":"F","PressureUnit":"mmHg"}""");
        assertThat(city.tile("haus-7/temperature").orElseThrow().value()).isCloseTo(8.5, within(0.01));
        assertThat(city.tile("haus-7/pressure").orElseThrow().value()).isCloseTo(1003.25, within(0.01));
        assertThat(city.stored("haus-7/temperature"))
                .extracting(Reading::phenomenonTime)
                .as("a time without an offset is the town's")
                .containsExactly(NOW.minusSeconds(60));
        assertThat(city.ledger()).isEqualTo(counts().stored(2).sum());
    }

    @Test
    void aDeviceThatFeedsNothingWithAllItSaysIsKeptForInspection() {
        var message = """
                {"Time":"2026-11-22T11:14:00","DS18B20":{"Id":"3C01","Temperature":8.5},"TempUnit":"C"}""";
        city.receives("city/air-07", message);
        city.receives("city/tasmota_4711", message);
        assertThat(city.ledger())
                .isEqualTo(counts().rejected(UNKNOWN_PROPERTY, 1)
                        .rejected(UNKNOWN_SENSOR, 1)
                        .sum());
        assertThat(city.rejectedMessages())
                .extracting(RejectedMessage::detail)
                .containsExactlyInAnyOrder("/DS18B20/Temperature", "tasmota-4711");
    }

    @Test
    void whatALorawanDeviceSaysOnAnotherPortThanTheRegisteredOneIsKeptAndCountedWithBothPorts() {
        city.withPort("air-07", 2);
        var uplink = """
                {"time":"2026-11-22T10:%d:00Z","deviceInfo":{"devEui":"24e1"},"fPort":%d,"object":{"pm10":12.5}}""";
        var topic = "application/7/device/air-07/event/up";
        city.receives(topic, uplink.formatted(13, 2));
        city.receives(topic, uplink.formatted(14, 3));
        // A join tells of nothing measured, and other formats have no ports.
        city.receives(topic, "{\"time\":\"2026-11-22T10:14:00Z\",\"deviceInfo\":{\"devEui\":\"24e1\"},\"fPort\":4}");
        city.receives("city/air-07", "{\"time\":\"2026-11-22T10:14:30Z\",\"values\":{\"pm10\":13}}");
        assertThat(city.ledger())
                .isEqualTo(counts().stored(2).rejected(WRONG_PORT, 1).sum());
        assertThat(city.rejectedMessages()).singleElement().satisfies(message -> {
            assertThat(message.detail()).isEqualTo("port 3 instead of 2");
            assertThat(message.topic()).isEqualTo(topic);
        });
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
    void nobodyReportsFromTheFutureOrFromBeforeTheOldestDayThatIsKept() {
        city.receives("city/air-07", GOOD.replace("10:14:00", "10:20:00"));
        city.receives("city/air-07", GOOD.replace("10:14:00", "10:20:01"));
        city.receives("city/air-07", GOOD.replace("2026-11-22T10:14:00", "2025-11-22T10:15:00"));
        city.receives("city/air-07", GOOD.replace("2026-11-22T10:14:00", "2025-11-22T10:14:59"));
        city.receives("city/air-07", GOOD.replace("2026", "1969"));
        assertThat(city.ledger())
                .isEqualTo(counts().stored(2)
                        .rejected(IN_FUTURE, 1)
                        .rejected(OLDER_THAN_RETENTION, 2)
                        .sum());
    }

    @Test
    void aClockWithoutAZoneIsReadAsTheTownReadsIt() {
        city.receives("city/air-07", GOOD.replace("10:14:00Z", "11:14:00"));
        assertThat(city.stored("air-07/pm10"))
                .containsExactly(new Reading(new SeriesId("air-07/pm10"), NOW.minusSeconds(60), 12.3, Quality.GOOD));
    }

    @Test
    void whatWasMeasuredInAnHourThatNeverWasIsRefused() {
        city.receives("city/air-07", GOOD.replace("2026-11-22T10:14:00Z", "2026-03-29T02:30:00"));
        assertThat(city.ledger()).isEqualTo(counts().rejected(SKIPPED_HOUR, 1).sum());
        assertThat(city.rejectedMessages().getFirst().detail())
                .isEqualTo("the clocks of Europe/Berlin went forward over 2026-03-29T02:30");
    }

    @Test
    void theSameNumberWrittenInAnotherWayIsARepeat() {
        for (var spelling : new String[] {"12.3", "1.23e1", "12.30", "0.123E+2", "123e-1"})
            city.receives("city/air-07", GOOD.replace("12.3", spelling));
        assertThat(city.ledger()).isEqualTo(counts().stored(1).duplicate(4).sum());
    }

    @Test
    void zeroHasNoSign() {
        for (var spelling : new String[] {"-0.0", "0", "0.0", "-0", "-1e-400"})
            city.receives("city/air-07", GOOD.replace("12.3", spelling));
        assertThat(city.ledger()).isEqualTo(counts().stored(1).duplicate(4).sum());
        assertThat(city.tile("air-07/pm10").orElseThrow().value()).isEqualTo(0.0);
    }

    @Test
    void conflictsWithinOneMessageAreCountedAndKeptToo() {
        city.receives("city/air-07", """
                [{"time":"2026-11-22T10:14:00Z","values":{"pm10":1}},
                 {"time":"2026-11-22T11:14:00+01:00","values":{"pm10":2}},
                 {"time":1795342440,"values":{"pm10":3}},
                 {"time":1795342440000,"values":{"pm10":1.0}}]""");
        assertThat(city.ledger())
                .isEqualTo(counts().stored(1).duplicate(1).rejected(CONFLICT, 2).sum());
        assertThat(city.rejectedMessages()).singleElement().satisfies(message -> {
            assertThat(message.reason()).isEqualTo(CONFLICT);
            assertThat(message.readings()).isEqualTo(2);
        });
    }

    @Test
    void aStrangerIsRefusedWithEachOfItsReadings() {
        city.receives("city/stranger", """
                {"values":{"pm10":1,"pm2_5":2}}""");
        assertThat(city.ledger()).isEqualTo(counts().rejected(UNKNOWN_SENSOR, 2).sum());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"city", "city/", "city/Luft 7", "city/air-07/pm10", "city/air-07/status/x", "city/ü", "town/x"})
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
