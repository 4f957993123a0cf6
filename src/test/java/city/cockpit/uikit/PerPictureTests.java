package city.cockpit.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import city.cockpit.live.CityPicture;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PerPictureTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Wording GERMAN = new Wording(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
    private static final Wording ENGLISH = new Wording(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    private final List<String> made = new ArrayList<>();
    private final PerPicture<String> times = new PerPicture<>((picture, words) -> {
        var time = words.locale().getLanguage() + " " + words.formats().time(picture.at());
        made.add(time);
        return time;
    });

    @Test
    void manyPagesOfALanguageAreServedByOneWork() {
        for (var page = 0; page < 200; page++) {
            assertThat(times.of(picture(1), GERMAN)).isEqualTo("de 13:00:01");
            assertThat(times.of(picture(1), ENGLISH)).isEqualTo("en 13:00:01");
        }
        assertThat(made).containsExactly("de 13:00:01", "en 13:00:01");
    }

    @Test
    void everyPictureIsPutIntoWordsAnew() {
        assertThat(times.of(picture(1), GERMAN)).isEqualTo("de 13:00:01");
        assertThat(times.of(picture(2), GERMAN)).isEqualTo("de 13:00:02");
    }

    @Test
    void aTownThatMovesToAnotherZoneSeesItsOwnTimeAtOnce() {
        assertThat(times.of(picture(1), GERMAN)).isEqualTo("de 13:00:01");
        assertThat(times.of(picture(1), new Wording(Locale.GERMAN, ZoneId.of("UTC"))))
                .isEqualTo("de 12:00:01");
    }

    private static CityPicture picture(long version) {
        return new CityPicture(
                version, NOON.plusSeconds(version), Map.of(), new LinkedHashMap<>(), Optional.empty(), Map.of());
    }
}
