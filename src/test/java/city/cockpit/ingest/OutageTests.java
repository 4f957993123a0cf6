package city.cockpit.ingest;

import static city.cockpit.ingest.City.NOW;
import static city.cockpit.ingest.City.counts;
import static city.cockpit.ingest.RejectReason.NOT_STORABLE;
import static city.cockpit.ingest.RejectReason.OVERFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.cockpit.measurement.SensorId;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageTests {

    private final City city =
            new City(Map.of("queue", "20", "queue-memory", "2000B", "batch-size", "8")).withSensor("air-07/pm10");

    @AfterEach
    void everyReadingIsCountedOnce() {
        city.close();
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsAcknowledgedAndNothingIsLost() {
        city.database().goesAway();
        city.started();
        var messages = IntStream.range(0, 10).mapToObj(this::reading).toList();
        await().until(() -> city.database().attempts() > 2);
        assertThat(messages).noneMatch(City.Message::isAcknowledged);
        assertThat(city.ledgerNow().pending()).isPositive();
        assertThat(city.ledgerNow().stored()).isZero();
        city.database().isBack();
        assertThat(city.ledger()).isEqualTo(counts().stored(10).sum());
        assertThat(messages).allMatch(City.Message::isAcknowledged);
    }

    @Test
    void aBatchWhoseAnswerWasLostIsStoredOnceAndStillShown() {
        city.database().losesItsNextAnswer();
        city.started();
        reading(1);
        assertThat(city.tile("air-07/pm10")).isPresent();
        assertThat(city.stored("air-07/pm10")).hasSize(1);
        assertThat(city.ledger()).isEqualTo(counts().duplicate(1).sum());
    }

    @Test
    void oneReadingTheDatabaseRefusesDoesNotHinderTheOthers() {
        city.database().refuses(reading -> reading.value() == 3);
        for (var i = 0; i < 6; i++) reading(i);
        reading(3);
        city.started();
        assertThat(city.ledger())
                .isEqualTo(counts().stored(5).rejected(NOT_STORABLE, 2).sum());
        assertThat(city.rejectedMessages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.detail()).contains("out of range"));
    }

    @Test
    void withoutPromiseWhatFindsNoRoomIsRefusedAtOnce() {
        for (var i = 0; i < 15; i++) city.receivesWithoutPromise("city/air-07", payload(i));
        assertThat(city.ledgerNow()).isEqualTo(counts().rejected(OVERFLOW, 5).sum());
        assertThat(reading(99).accepted()).as("room that is kept for QoS 1").isTrue();
        city.started();
        assertThat(city.ledger())
                .isEqualTo(counts().stored(11).rejected(OVERFLOW, 5).sum());
    }

    @Test
    void largeMessagesFindRoomOnlyWithinTheMemoryButOneAlone() {
        city.receives("city/air-07", " ".repeat(3000) + payload(1));
        assertThat(city.receives("city/air-07", " ".repeat(100) + payload(2)).accepted())
                .as("beside one that takes it all")
                .isFalse();
        city.started();
        assertThat(city.ledger()).isEqualTo(counts().stored(1).sum());
    }

    @Test
    void largeMessagesWithoutPromiseFindLessRoom() {
        var large = payload(1) + " ".repeat(400);
        for (var i = 0; i < 5; i++) city.receivesWithoutPromise("city/air-07", large);
        assertThat(city.ledgerNow()).isEqualTo(counts().rejected(OVERFLOW, 3).sum());
        city.started();
        assertThat(city.ledger())
                .isEqualTo(counts().stored(1).duplicate(1).rejected(OVERFLOW, 3).sum());
        city.receivesWithoutPromise("city/air-07", large);
        assertThat(city.ledger())
                .as("room again")
                .isEqualTo(counts().stored(1).duplicate(2).rejected(OVERFLOW, 3).sum());
    }

    @Test
    void messagesOfALostConnectionMakeRoomForThoseDeliveredAgain() {
        var old = IntStream.range(0, 20).mapToObj(this::reading).toList();
        assertThat(reading(0).accepted())
                .as("the broker exceeds what was agreed")
                .isFalse();
        old.forEach(City.Message::connectionIsLost);
        IntStream.range(0, 20)
                .mapToObj(this::reading)
                .forEach(again -> assertThat(again.accepted()).isTrue());
        city.started();
        await().untilAsserted(() ->
                assertThat(city.ledgerNow()).isEqualTo(counts().stored(20).sum()));
    }

    @Test
    void whoStopsWhileTheDatabaseIsAwayLeavesTheMessagesToTheBroker() {
        city.database().goesAway();
        city.started();
        var message = reading(1);
        await().until(() -> city.database().attempts() > 0);
        city.stops();
        assertThat(message.isAcknowledged()).isFalse();
        assertThat(city.ledgerNow()).isEqualTo(new City.Expected(0, 0, 1, Map.of()).sum());
        assertThat(reading(2).accepted()).as("left to the broker").isTrue();
        assertThat(city.ledgerNow().received()).isEqualTo(1);
    }

    @Test
    void whoTookHisLeaveBeforeARestartIsStillAwayAfterIt() {
        city.withSensorOffline("air-07", NOW.minus(Duration.ofHours(1))).started();
        assertThat(city.offlineOnScreens())
                .containsExactly(Map.entry(new SensorId("air-07"), NOW.minus(Duration.ofHours(1))));
    }

    @Test
    void whoReportsAfterHisLeaveIsBackEvenWithoutSayingSo() {
        city.withSensorOffline("air-07", NOW.minusSeconds(30)).started();
        reading(60);
        city.settle();
        assertThat(city.offlineInRegistry()).as("an old reading").hasSize(1);
        reading(10);
        city.settle();
        assertThat(city.offlineInRegistry()).isEmpty();
    }

    @Test
    void largeCrowdsAreStoredInBatches() {
        try (var patient = patientCity()) {
            for (var i = 0; i < 20; i++) patient.receives("city/air-07", payload(i));
            patient.started();
            assertThat(patient.ledger()).isEqualTo(counts().stored(20).sum());
            assertThat(patient.database().attempts()).isEqualTo(4);
        }
    }

    @Test
    void theNextBatchFillsWhileTheOneBeforeItIsWrittenAndNoFurther() {
        try (var patient = patientCity()) {
            patient.database().goesAway();
            for (var i = 0; i < 20; i++) patient.receives("city/air-07", payload(i));
            patient.started();
            await().until(() -> patient.database().attempts() > 2);
            assertThat(patient.ledgerNow().received()).isEqualTo(10);
            patient.database().isBack();
            assertThat(patient.ledger()).isEqualTo(counts().stored(20).sum());
        }
    }

    /** A batch is written when it is full and not before. */
    private static City patientCity() {
        return new City(Map.of("batch-size", "5", "linger", "1m")).withSensor("air-07/pm10");
    }

    private City.Message reading(int second) {
        return city.receives("city/air-07", payload(second));
    }

    private static String payload(int second) {
        return """
                {"time":"%s","values":{"pm10":%d}}""".formatted(NOW.minusSeconds(second), second);
    }
}
