package city.cockpit.ingest.kept;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.ingest.RejectReason;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BudgetTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final GroupKey ANNA = stranger("anna");

    private final Budget budget =
            new Budget(new KeptSettings(100, DataSize.ofBytes(4_000), Duration.ofDays(30), 40, 3, 20));

    @BeforeEach
    void aMinuteBegins() {
        budget.at(NOON);
    }

    @Test
    void ofEachGroupTheFirstOfAMinuteAreKept() {
        assertThat(IntStream.range(0, 10).filter(n -> budget.take(ANNA, 1)).count())
                .isEqualTo(3);
        budget.at(NOON.plusSeconds(59));
        assertThat(budget.take(ANNA, 1)).isFalse();
        budget.at(NOON.plusSeconds(60));
        assertThat(budget.take(ANNA, 1)).isTrue();
    }

    @Test
    void ofAllGroupsTogetherNoMoreAreKeptThanTheMinuteAllows() {
        assertThat(IntStream.range(0, 1_000)
                        .filter(n -> budget.take(stranger("s" + n), 1))
                        .count())
                .isEqualTo(20);
    }

    @Test
    void hugeMessagesTakeNoMoreThanAQuarterOfTheSizeInAMinute() {
        assertThat(budget.take(ANNA, 900)).isTrue();
        assertThat(budget.take(ANNA, 900)).isFalse();
        assertThat(budget.take(stranger("bert"), 100)).isTrue();
    }

    @Test
    void tenThousandInventedNamesShareOneGroup() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(n -> budget.place(stranger("invented-" + n)))
                        .distinct())
                .hasSize(11)
                .contains(new GroupKey(RejectReason.UNKNOWN_SENSOR, "", ""));
    }

    @Test
    void whoWasSeenBeforeTheFloodKeepsItsPlace() {
        assertThat(budget.place(ANNA)).isEqualTo(ANNA);
        for (var minute = 1; minute < 10; minute++) {
            budget.at(NOON.plusSeconds(60L * minute));
            for (var n = 0; n < 1_000; n++) budget.place(stranger("invented-" + minute + "-" + n));
            assertThat(budget.place(ANNA)).isEqualTo(ANNA);
        }
    }

    @Test
    void aClockThatIsSetBackBeginsANewMinute() {
        while (budget.take(ANNA, 1)) assertThat(budget).isNotNull();
        budget.at(NOON.minusSeconds(3_600));
        assertThat(budget.take(ANNA, 1)).isTrue();
    }

    private static GroupKey stranger(String name) {
        return new GroupKey(RejectReason.UNKNOWN_SENSOR, name, "");
    }
}
