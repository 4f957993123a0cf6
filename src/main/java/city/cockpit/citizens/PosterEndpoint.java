package city.cockpit.citizens;

import city.cockpit.label.Poster;
import city.cockpit.label.Posters;
import city.cockpit.live.LiveCity;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.Series;
import city.cockpit.town.TownHall;
import city.cockpit.uikit.Wording;
import city.cockpit.uikit.Wordings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A poster for every place where something public is measured, to hang it up there. */
@RestController
class PosterEndpoint {

    private static final int MOST_QUANTITIES = 8;

    private final LiveCity city;
    private final TownHall town;
    private final Wordings wordings;
    private final Posters posters;

    PosterEndpoint(LiveCity city, TownHall town, Wordings wordings, Posters posters) {
        this.city = city;
        this.town = town;
        this.wordings = wordings;
        this.posters = posters;
    }

    /** @param language of the poster; German where nobody says */
    @GetMapping("/poster/{site:[a-z0-9-]+}.pdf")
    ResponseEntity<byte[]> poster(@PathVariable("site") String site, @RequestParam("lang") Optional<String> language)
            throws IOException {
        var words = wordings.in(language.map(Locale::forLanguageTag).orElse(Locale.GERMAN));
        var series = city.publicPicture().series().values().stream()
                .map(SeriesState::series)
                .filter(one -> one.site().key().equals(site))
                .toList();
        if (series.isEmpty()) return ResponseEntity.notFound().build();
        var place = series.getFirst().site();
        var out = new ByteArrayOutputStream();
        posters.write(
                new Poster(
                        town.now().profile().name(),
                        place.title(),
                        place.district(),
                        words.text("poster.measured"),
                        measured(series, words),
                        base() + "/site/" + site,
                        words.text("poster.scan"),
                        words.text("poster.free")),
                words.text("poster.title", place.title()),
                words.locale(),
                out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noCache())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("poster-" + site + ".pdf")
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    /** As people reach the cockpit: what is set, else as whoever asks has reached it. */
    private String base() {
        return posters.base()
                .orElseGet(() -> ServletUriComponentsBuilder.fromCurrentContextPath()
                        .build()
                        .toUriString());
    }

    /** In words, each once; of single bays and lamps that only say yes or no nothing. */
    private static List<String> measured(List<Series> series, Wording words) {
        var names = series.stream()
                .map(Series::property)
                .filter(property -> property.kind() != Kind.STATE)
                .distinct()
                .sorted(Comparator.comparing(ObservedProperty::domain).thenComparing(ObservedProperty::key))
                .map(property -> property.name(words.locale()))
                .toList();
        if (names.size() <= MOST_QUANTITIES) return names;
        var some = new ArrayList<>(names.subList(0, MOST_QUANTITIES - 1));
        some.add(words.text("poster.more", (long) (names.size() - some.size())));
        return some;
    }
}
