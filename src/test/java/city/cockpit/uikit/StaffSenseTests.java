package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.measurement.Domain;
import city.cockpit.preview.PreviewCity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The line at the bottom of a tile, for those who run the city. */
class StaffSenseTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final PreviewCity city = new PreviewCity();

    @Test
    void ofTheCarParksTheThreeFullestAreNamed() {
        carPark("Markt", 180, 9);
        carPark("Bahnhof", 320, 5);
        carPark("Klinik", 100, 60);
        carPark("Messe", 500, 400);
        assertThat(said(Domain.PARKING)).isEqualTo("am vollsten: Bahnhof 5, Markt 9, Klinik 60");
    }

    /** A line may end early, and a sum of some would look like a sum of all. */
    @Test
    void whoeverIsMissingIsToldBeforeAnythingElse() {
        carPark("Markt", 180, 9);
        carPark("Bahnhof", 320, 5);
        carPark("Klinik", 100, 60);
        city.reports("parking-klinik/parking_free", 60, NOON, State.OFFLINE);
        assertThat(said(Domain.PARKING)).isEqualTo("2 von 3 Parkhäusern melden · am vollsten: Bahnhof 5, Markt 9");
    }

    private void carPark(String place, int capacity, int free) {
        var id = "parking-" + place.toLowerCase(Locale.ROOT) + "/parking_free";
        city.with(id, place, 30, OptionalInt.of(capacity)).reports(id, free, NOON, State.LIVE);
    }

    @Test
    void theLoudestHourIsComparedWithWhatIsUsualThere() {
        noise("Bahnhof", 68);
        noise("Markt", 61);
        city.usually("noise-bahnhof/laeq", 62);
        assertThat(said(Domain.NOISE)).isEqualTo("Bahnhof, 6\u00a0dB(A) über üblich; dann Markt 61");
    }

    private void noise(String place, double level) {
        var id = "noise-" + place.toLowerCase(Locale.ROOT) + "/laeq";
        city.with(id, place, 15, OptionalInt.empty()).reports(id, level, NOON, State.LIVE);
    }

    @Test
    void inFrostNobodyNeedsToReadTheThermometer() {
        city.with("weather/temperature", "Rathaus", 60, OptionalInt.empty())
                .reports("weather/temperature", -3, NOON, State.LIVE);
        assertThat(said(Domain.WEATHER)).isEqualTo("Rathaus · Frost");
    }

    @Test
    void everyDomainHasItsWordsInBothLanguages() {
        for (var id : new String[] {
            "p-1/parking_free", "p-2/parking_free", "a-1/pm10", "u-1/uv_index", "n-1/laeq", "n-2/laeq",
                    "w-1/temperature",
            "l-1/water_level", "b-1/bicycles", "b-2/bicycles", "v-1/vehicles", "v-2/vehicles", "e-1/power",
                    "s-1/light_power"
        }) city.with(id, "Ort " + id.charAt(0), 60, OptionalInt.empty()).reports(id, 3, NOON, State.LIVE);
        for (var state : State.values()) {
            for (var series : city.listSeries())
                if (state != State.NO_DATA) city.reports(series.id().value(), 3, NOON, state);
            var picture = city.publish(NOON);
            for (var language : Languages.OFFERED)
                picture.domains()
                        .values()
                        .forEach(domain -> assertThat(new StaffSense(new Wording(language, BERLIN), picture).of(domain))
                                .isNotEmpty());
        }
    }

    @Test
    void whereOneOfTwoIsSilentEveryDomainHasWordsForIt() {
        for (var property : new String[] {
            "parking_free",
            "pm10",
            "uv_index",
            "laeq",
            "temperature",
            "water_level",
            "bicycles",
            "vehicles",
            "power",
            "light_power"
        }) {
            city.with("a/" + property, "Ort A", 60, OptionalInt.empty()).reports("a/" + property, 3, NOON, State.LIVE);
            city.with("b/" + property, "Ort B", 60, OptionalInt.empty())
                    .reports("b/" + property, 3, NOON, State.OFFLINE);
        }
        var picture = city.publish(NOON);
        for (var language : Languages.OFFERED)
            picture.domains()
                    .values()
                    .forEach(domain -> assertThat(new StaffSense(new Wording(language, BERLIN), picture).of(domain))
                            .isNotEmpty());
    }

    private String said(Domain domain) {
        var picture = city.publish(NOON);
        return new StaffSense(new Wording(Locale.GERMAN, BERLIN), picture)
                .of(Objects.requireNonNull(picture.domains().get(domain)));
    }
}
