package city.cockpit.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TownTests {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, true",
        "Atlantic/Azores, true",
        "UTC, true",
        "America/Caracas, true",
        "Asia/Kolkata, false",
        "Asia/Kathmandu, false",
        "America/St_Johns, false",
        "Australia/Lord_Howe, false"
    })
    void daysAreMadeOfWholeHours(ZoneId zone, boolean isPossible) {
        assertThat(Town.hasWholeHours(zone)).isEqualTo(isPossible);
    }
}
