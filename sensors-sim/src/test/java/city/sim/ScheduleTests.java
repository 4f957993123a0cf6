package city.sim;

import static org.assertj.core.api.Assertions.assertThat;

import city.sim.Stretches.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00Z");
    private static final Instant MONTH_AGO = NOON.minus(Schedule.HISTORY);
    private static final Schedule SCHEDULE = new Schedule(Duration.ofSeconds(60), 15, Duration.ofSeconds(7));

    @Test
    void whoReportsMoreOftenThanPromisedTellsThirtyDaysAsPromisedAndTheLastSeventyMinutesInFull() {
        var times = missed(SCHEDULE, MONTH_AGO);
        assertThat(times.getFirst()).isEqualTo(Instant.parse("2026-05-05T11:59:07Z"));
        assertThat(times.getLast()).isEqualTo(Instant.parse("2026-04-05T12:00:07Z"));
        var recent = NOON.minus(Schedule.RECENT);
        assertThat(times.stream().filter(time -> !time.isAfter(recent)))
                .hasSize(30 * 96 - 4)
                .allMatch(time -> (time.getEpochSecond() - 7) % 900 == 0);
        assertThat(times.stream().filter(time -> time.isAfter(recent)))
                .hasSize(70)
                .allMatch(time -> (time.getEpochSecond() - 7) % 60 == 0);
        assertThat(times.reversed()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aShortGapIsFilledInFull() {
        assertThat(missed(SCHEDULE, NOON.minusSeconds(150)))
                .containsExactly(Instant.parse("2026-05-05T11:59:07Z"), Instant.parse("2026-05-05T11:58:07Z"));
    }

    @Test
    void theGapAfterALongAbsenceIsPartOfTheHistory() {
        var last = Instant.parse("2026-05-03T10:00:07Z");
        assertThat(missed(SCHEDULE, last))
                .isEqualTo(missed(SCHEDULE, MONTH_AGO).stream()
                        .filter(time -> time.isAfter(last))
                        .toList());
    }

    @Test
    void whatIsMissedIsToldInPartsFromTheNewestOn() {
        var first = SCHEDULE.missed(new Stretch(MONTH_AGO, NOON), NOON, 100);
        var second = SCHEDULE.missed(new Stretch(MONTH_AGO, first.getLast().minusMillis(1)), NOON, 10_000);
        assertThat(first).hasSize(100);
        assertThat(first.getLast()).isAfter(second.getFirst());
        assertThat(second).hasSize(30 * 96 - 4 + 70 - 100);
    }

    @Test
    void afterTheNewestReportComesTheNextOneOfTheFuture() {
        assertThat(SCHEDULE.latest(NOON)).isEqualTo(Instant.parse("2026-05-05T11:59:07Z"));
        assertThat(SCHEDULE.next(NOON)).isEqualTo(Instant.parse("2026-05-05T12:00:07Z"));
        assertThat(SCHEDULE.next(SCHEDULE.next(NOON))).isEqualTo(Instant.parse("2026-05-05T12:01:07Z"));
    }

    @Test
    void aCounterOfEveryQuarterReportsItOnceInItsHistoryToo() {
        var schedule = Schedule.of(Duration.ofMinutes(15), 1, 66, 132);
        assertThat(schedule).isEqualTo(new Schedule(Duration.ofMinutes(15), 1, Duration.ofSeconds(450)));
        assertThat(missed(schedule, MONTH_AGO)).hasSize(30 * 96);
    }

    @Test
    void thePastKeepsWhatASensorPromises() {
        var promised = missed(Schedule.of(Duration.ofMinutes(5), 1, 40, 132), MONTH_AGO);
        assertThat(promised).hasSize(30 * 288);
        var faster = Schedule.of(Duration.ofMinutes(5), 7, 40, 132);
        assertThat(faster.promised(new Stretch(MONTH_AGO, NOON))).hasSizeBetween(30 * 288 - 1, 30 * 288 + 1);
    }

    @Test
    void theHistoryOfASensorIsPartOfItsOwnReports() {
        var slow = new Schedule(Duration.ofMinutes(10), 2, Duration.ofMinutes(3));
        assertThat(missed(slow, NOON.minus(Duration.ofHours(4))))
                .allMatch(time -> slow.latest(time).equals(time))
                .contains(Instant.parse("2026-05-05T10:53:00Z"), Instant.parse("2026-05-05T10:43:00Z"))
                .doesNotContain(Instant.parse("2026-05-05T10:33:00Z"));
    }

    private static List<Instant> missed(Schedule schedule, Instant since) {
        return schedule.missed(new Stretch(since, NOON), NOON, 10_000);
    }
}
