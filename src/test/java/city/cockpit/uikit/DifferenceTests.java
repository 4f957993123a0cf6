package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.measurement.ObservedProperties;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How far a value lies from what is usual. */
class DifferenceTests {

    private static final ObservedProperties PROPERTIES = ObservedProperties.load();

    private final Difference difference = new Difference(new Wording(Locale.GERMAN, ZoneId.of("Europe/Berlin")));

    @Test
    void upToTwiceAsMuchIsToldInPerCent() {
        assertThat(said("vehicles", 108, 100)).isEqualTo("8\u00a0% über üblich");
        assertThat(said("vehicles", 200, 100)).isEqualTo("100\u00a0% über üblich");
        assertThat(said("vehicles", 5, 100)).isEqualTo("95\u00a0% unter üblich");
    }

    @Test
    void moreThanTwiceAsMuchIsToldInTheUnit() {
        assertThat(said("precipitation", 1.6, 0.1)).isEqualTo("1,5\u00a0mm/h über üblich");
        assertThat(said("light_power", 13.5, 2.1)).isEqualTo("11,40\u00a0kW über üblich");
    }

    @Test
    void whereZeroMeansNothingSpecialTheUnitIsToldAlways() {
        assertThat(said("temperature", 6, 5)).isEqualTo("1,0\u00a0°C über üblich");
        assertThat(said("laeq", 66, 60)).isEqualTo("6\u00a0dB(A) über üblich");
    }

    @Test
    void whatNobodyNoticesIsAsUsual() {
        assertThat(said("vehicles", 101, 100)).isEqualTo("wie üblich");
        assertThat(said("precipitation", 0, 0)).isEqualTo("wie üblich");
    }

    private String said(String property, double value, double usual) {
        return difference.of(value, usual, PROPERTIES.find(property).orElseThrow(), "staff.usual.");
    }
}
