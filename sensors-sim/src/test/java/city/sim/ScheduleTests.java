package city.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final Schedule SCHEDULE = new Schedule(Duration.ofSeconds(60), Duration.ofSeconds(7));

    @Test
    void aNewSensorTellsSevenDaysInQuartersAndTheLastSeventyMinutesInFull() {
        var times = timesSince(Instant.EPOCH);
        assertThat(times.getFirst()).isEqualTo(Instant.parse("2026-04-28T12:00:07Z"));
        assertThat(times.getLast()).isEqualTo(Instant.parse("2026-05-05T11:59:07Z"));
        var recent = NOON.minus(Duration.ofMinutes(70));
        assertThat(times.stream().filter(time -> time.isBefore(recent)))
                .hasSize(7 * 96 - 4)
                .allMatch(time -> (time.getEpochSecond() - 7) % 900 == 0);
        assertThat(times.stream().filter(time -> !time.isBefore(recent)))
                .hasSize(70)
                .allMatch(time -> (time.getEpochSecond() - 7) % 60 == 0);
        assertThat(times).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aShortGapIsFilledInFull() {
        assertThat(timesSince(NOON.minusSeconds(150)))
                .containsExactly(Instant.parse("2026-05-05T11:58:07Z"), Instant.parse("2026-05-05T11:59:07Z"));
    }

    @Test
    void theGapAfterALongAbsenceIsPartOfTheHistory() {
        var all = timesSince(Instant.EPOCH);
        var last = Instant.parse("2026-05-03T10:00:07Z");
        assertThat(timesSince(last))
                .isEqualTo(all.stream().filter(time -> time.isAfter(last)).toList());
    }

    @Test
    void afterTheLastReadingComesTheNextOneOfTheFuture() {
        assertThat(SCHEDULE.next(Instant.parse("2026-05-05T11:59:07Z"), NOON))
                .isEqualTo(Instant.parse("2026-05-05T12:00:07Z"));
    }

    private static List<Instant> timesSince(Instant last) {
        return Stream.iterate(SCHEDULE.next(last, NOON), time -> SCHEDULE.next(time, NOON))
                .takeWhile(time -> !time.isAfter(NOON))
                .toList();
    }
}
