package city.cockpit.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenTimeTests {

    private final GivenTime.Reader times = new GivenTime.Reader(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-01-15T12:30:00Z             | 2026-01-15T12:30:00Z
        2026-01-15 12:30:00.25+01:00     | 2026-01-15T11:30:00.250Z
        2026-01-15T12:30:00+0100         | 2026-01-15T11:30:00Z
        2026-01-15 12:30                 | 2026-01-15T11:30:00Z
        2026-07-15 12:30                 | 2026-07-15T10:30:00Z
        2026-01-15                       | 2026-01-14T23:00:00Z
        15.01.2026 12:30                 | 2026-01-15T11:30:00Z
        5.1.2026 7:05:09                 | 2026-01-05T06:05:09Z
        15.01.2026 12:30:00,5            | 2026-01-15T11:30:00.500Z
        15.01.2026, 12:30 Uhr            | 2026-01-15T11:30:00Z
        15.01.2026 24:00                 | 2026-01-15T23:00:00Z
        15.01.2026                       | 2026-01-14T23:00:00Z
        1768476600                       | 2026-01-15T11:30:00Z
        1768476600.5                     | 2026-01-15T11:30:00.500Z
        1768476600250                    | 2026-01-15T11:30:00.250Z
        """)
    void aTimeIsReadAsTheOfficeThatWroteItMeantIt(String written, Instant meant) {
        assertThat(times.read(written)).isEqualTo(new GivenTime.Known(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        yesterday
        31.02.2026 12:00
        15.13.2026 12:00
        15.01.26 12:00
        01/15/2026 12:00
        2026-01-15 25:00
        2026-01-15 12:30 +
        -5
        """)
    void whatIsNoTimeOrMayMeanTwoIsNone(String written) {
        assertThat(times.read(written)).isEqualTo(new GivenTime.Unknown(Refusal.MALFORMED_TIME));
    }

    @Test
    void anHourThatSpringLeavesOutIsNoneAndOneThatAutumnHasTwiceIsTheFirst() {
        assertThat(times.read("29.03.2026 02:30")).isEqualTo(new GivenTime.Unknown(Refusal.SKIPPED_HOUR));
        assertThat(times.read("25.10.2026 02:30"))
                .isEqualTo(new GivenTime.Known(Instant.parse("2026-10-25T00:30:00Z")));
    }
}
