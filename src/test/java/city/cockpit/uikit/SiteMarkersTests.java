package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.State;
import city.cockpit.preview.PreviewCity;
import city.cockpit.uikit.SiteMarker.Face;
import city.cockpit.uikit.SiteMarker.Look;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SiteMarkersTests {

    private static final Instant NOON = Instant.parse("2026-05-21T10:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final PreviewCity city = new PreviewCity();

    private List<SiteMarker> markers(Locale locale) {
        return new SiteMarkers(new Wording(locale, ZONE)).of(city.publish(NOON));
    }

    private List<Face> faces() {
        var markers = markers(Locale.GERMAN);
        assertThat(markers).hasSize(1);
        return markers.getFirst().faces();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private void with(String id, String place, double value, State state) {
        city.with(id, place, 60, OptionalInt.empty()).reports(id, value, NOON, state);
    }

    @Test
    void aCarParkTellsItsFreeSpaces() {
        city.with("parking-markt/parking_free", "Markt", 30, OptionalInt.of(180))
                .reports("parking-markt/parking_free", 112, NOON, State.LIVE);
        assertThat(faces()).singleElement().satisfies(face -> {
            assertThat(face.text()).isEqualTo("P 112");
            assertThat(face.words()).startsWith("Parken: 112 von 180 frei");
        });
    }

    @Test
    void whatNobodyBelievesIsSaidBesideTheValueAndChangesNoLook() {
        city.with("parking-markt/parking_free", "Markt", 30, OptionalInt.of(180))
                .reports("parking-markt/parking_free", 112, NOON, State.LIVE)
                .doubts("parking-markt/parking_free", 90_000, NOON.plusSeconds(30));
        assertThat(faces()).singleElement().satisfies(face -> {
            assertThat(face.text()).isEqualTo("P 112");
            assertThat(face.look()).isNotEqualTo(Look.SILENT);
            assertThat(plain(face.doubt())).startsWith("unplausibel: 90");
            assertThat(face.words()).startsWith("Parken: 112 von 180 frei").contains("unplausibel");
        });
    }

    @Test
    void whatNobodyBelievesOfAValueThatIsNotOnTheMapIsSaidAllTheSame() {
        with("air-markt/pm2_5", "Markt", 4, State.LIVE);
        with("air-markt/pm10", "Markt", 12, State.LIVE);
        city.doubts("air-markt/pm10", 9_000, NOON.plusSeconds(30));
        assertThat(faces()).singleElement().satisfies(face -> {
            assertThat(face.text()).isEqualTo("PM2,5 4");
            assertThat(plain(face.doubt())).isEqualTo("Feinstaub PM10 unplausibel: 9 000 µg/m³");
            assertThat(plain(face.words())).endsWith("Feinstaub PM10 unplausibel: 9 000 µg/m³");
        });
    }

    @Test
    void anEnglishReaderReadsEnglish() {
        city.with("parking-markt/parking_free", "Markt", 30, OptionalInt.of(180))
                .reports("parking-markt/parking_free", 112, NOON, State.LIVE);
        assertThat(markers(Locale.ENGLISH).getFirst().faces().getFirst().words())
                .startsWith("Parking: 112 of 180 free");
    }

    @Test
    void ofTwoPollutantsTheOneThatWarnsSpeaks() {
        with("air-markt/pm2_5", "Markt", 4, State.LIVE);
        with("air-markt/pm10", "Markt", 60, State.LIVE);
        assertThat(faces()).singleElement().satisfies(face -> {
            assertThat(face.look()).isEqualTo(Look.WARNING);
            assertThat(plain(face.words())).isEqualTo("Luft: Feinstaub PM10 60 µg/m³, schlecht");
        });
    }

    @Test
    void theMostUrgentDomainStandsOnTheMapTheOthersBehindIt() {
        with("weather-markt/temperature", "Markt", 14.2, State.LIVE);
        with("air-markt/pm10", "Markt", 12, State.LIVE);
        with("uv-markt/uv_index", "Markt", 9, State.LIVE);
        assertThat(faces())
                .extracting(Face::text)
                .map(SiteMarkersTests::plain)
                .containsExactly("UV 9", "PM10 12", "14,2 °C");
        assertThat(faces().getFirst().look()).isEqualTo(Look.ALARM);
    }

    @Test
    void aValueThatIsNotCurrentIsADashWithItsState() {
        with("air-markt/pm10", "Markt", 99, State.STALE);
        assertThat(faces()).singleElement().satisfies(face -> {
            assertThat(face.look()).isEqualTo(Look.SILENT);
            assertThat(face.text()).isEqualTo("–");
            assertThat(plain(face.words())).isEqualTo("Luft: Feinstaub PM10 99 µg/m³, veraltet");
        });
    }

    @Test
    void aSensorThatNeverReportedSaysSo() {
        city.with("air-markt/pm10", "Markt", 60, OptionalInt.empty());
        assertThat(faces()).singleElement().satisfies(face -> {
            assertThat(face.text()).isEqualTo("–");
            assertThat(face.words()).isEqualTo("Luft: Feinstaub PM10, noch kein Wert");
        });
    }

    @Test
    void aSilentSensorDoesNotHideTheOneThatSpeaks() {
        with("air-markt/pm2_5", "Markt", 4, State.OFFLINE);
        with("air-markt/pm10", "Markt", 12, State.LIVE);
        assertThat(faces())
                .singleElement()
                .satisfies(face -> assertThat(face.text()).isEqualTo("PM10 12"));
    }

    @Test
    void singleBaysBelongToTheirCarPark() {
        city.with("parking-markt/parking_free", "Markt", 30, OptionalInt.of(2))
                .reports("parking-markt/parking_free", 1, NOON, State.LIVE);
        with("bay-markt-01/bay_occupied", "Markt", 1, State.LIVE);
        with("bay-markt-02/bay_occupied", "Markt", 0, State.LIVE);
        assertThat(faces())
                .singleElement()
                .satisfies(face -> assertThat(face.text()).isEqualTo("P 1"));
    }

    @Test
    void eachSiteHasOneMarker() {
        with("air-markt/pm10", "Markt", 12, State.LIVE);
        with("noise-markt/laeq", "Markt", 61.4, State.LIVE);
        with("noise-park/laeq", "Park", 48, State.LIVE);
        assertThat(markers(Locale.GERMAN))
                .extracting(marker -> marker.site().title())
                .containsExactly("Markt", "Park");
    }
}
