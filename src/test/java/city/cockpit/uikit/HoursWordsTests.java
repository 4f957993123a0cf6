package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.sitefacts.OpeningHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HoursWordsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant THURSDAY_NOON = Instant.parse("2026-05-21T10:00:00Z");

    private final HoursWords german = new HoursWords(new Wording(Locale.GERMAN, BERLIN));
    private final HoursWords english = new HoursWords(new Wording(Locale.ENGLISH, BERLIN));

    private static OpeningHours hours(String text) {
        return OpeningHours.find(text).orElseThrow();
    }

    @Test
    void itIsOpenUntilAnHourAsPeopleSayIt() {
        assertThat(german.now(hours("Mo-Fr 06:00-22:00"), THURSDAY_NOON)).isEqualTo("geöffnet bis 22 Uhr");
        assertThat(english.now(hours("Mo-Fr 06:00-22:30"), THURSDAY_NOON)).isEqualTo("open until 22:30");
        assertThat(german.now(hours("Mo-Su 00:00-24:00"), THURSDAY_NOON)).isEqualTo("rund um die Uhr offen");
        assertThat(german.now(hours("Mo-Fr 06:00-24:00"), THURSDAY_NOON)).isEqualTo("geöffnet bis Mitternacht");
        assertThat(german.now(hours("Th 06:00-02:00"), THURSDAY_NOON)).isEqualTo("geöffnet bis morgen, 2 Uhr");
    }

    @Test
    void itSaysWhenAClosedOneOpens() {
        assertThat(german.now(hours("Mo-Fr 13:30-18:00"), THURSDAY_NOON)).isEqualTo("geschlossen bis 13:30 Uhr");
        assertThat(german.now(hours("Sa 08:00-12:00"), THURSDAY_NOON)).isEqualTo("geschlossen bis Samstag, 8 Uhr");
        assertThat(english.now(hours("Fr 08:00-12:00"), THURSDAY_NOON)).isEqualTo("closed until tomorrow, 8:00");
        assertThat(german.now(hours("off"), THURSDAY_NOON)).isEqualTo("geschlossen");
    }

    @Test
    void theWeekIsShort() {
        assertThat(german.week(hours("Mo-Fr 06:00-22:00; Sa 08:00-12:30,14:00-18:00; PH off")))
                .isEqualTo("Mo–Fr 6–22 Uhr; Sa 8–12:30, 14–18 Uhr; Feiertage: geschlossen");
        assertThat(english.week(hours("Mo-Fr 06:00-24:00"))).isEqualTo("Mon–Fri 6:00–24:00");
        assertThat(german.week(hours("24/7"))).isEmpty();
    }

    @Test
    void furtherAwayADayHasItsDate() {
        var time = new EverydayTime(new Wording(Locale.GERMAN, BERLIN), THURSDAY_NOON);
        assertThat(time.of(Instant.parse("2026-06-08T16:00:00Z"))).isEqualTo("Montag, 8. Juni, 18 Uhr");
        assertThat(time.of(Instant.parse("2026-05-22T16:15:00Z"))).isEqualTo("morgen, 18:15 Uhr");
    }
}
