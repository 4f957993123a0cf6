package city.cockpit.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTests {

    private final Outbox outbox = new Outbox(5);

    @Test
    void everyReadingIsToldOnceAndInOrder() {
        outbox.add(List.of(reading(1, 1), reading(1, 2)));
        outbox.add(List.of(reading(2, 3)));
        assertThat(outbox.take())
                .isEqualTo(new Outbox.Told(List.of(reading(1, 1), reading(1, 2), reading(2, 3)), false));
        assertThat(outbox.take().isEmpty()).isTrue();
    }

    @Test
    void whereThereIsNoRoomTheNewestOfEachSeriesRemainsAndItIsSaid() {
        outbox.add(IntStream.range(0, 100).mapToObj(n -> reading(n % 3, n)).toList());
        outbox.add(List.of(reading(0, 1)));
        var told = outbox.take();
        assertThat(told.incomplete()).isTrue();
        assertThat(told.readings()).containsExactlyInAnyOrder(reading(0, 99), reading(1, 97), reading(2, 98));
        assertThat(outbox.take().isEmpty()).isTrue();
    }

    @Test
    void manySeriesAreToldOneAfterTheOther() {
        outbox.add(IntStream.range(0, 12).mapToObj(n -> reading(n, n)).toList());
        assertThat(List.of(outbox.take(), outbox.take(), outbox.take()))
                .extracting(told -> told.readings().size())
                .containsExactly(5, 5, 2);
        outbox.add(List.of(reading(1, 100)));
        assertThat(outbox.take()).isEqualTo(new Outbox.Told(List.of(reading(1, 100)), false));
    }

    private static Reading reading(int series, int second) {
        return new Reading(
                new SeriesId("air-%d/pm10".formatted(series)), Instant.ofEpochSecond(second), 1, Quality.GOOD);
    }
}
