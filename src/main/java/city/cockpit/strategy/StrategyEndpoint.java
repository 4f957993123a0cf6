package city.cockpit.strategy;

import city.cockpit.town.TownHall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is published of the strategy, for programs and spreadsheets. What citizens do not see is in none of it. */
@RestController
@RequestMapping("/strategy")
class StrategyEndpoint {

    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final StrategyPictures pictures;
    private final TownHall town;

    StrategyEndpoint(StrategyPictures pictures, TownHall town) {
        this.pictures = pictures;
        this.town = town;
    }

    @GetMapping("/strategy.json")
    ResponseEntity<String> json() {
        var licence =
                town.now().profile().licence().address().map(URI::toString).orElse("");
        return pictures.published()
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(A_MINUTE)
                        .body(StrategyJson.MAPPER.writeValueAsString(OpenStrategy.of(picture, licence))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/{table:[a-z]+}.csv")
    ResponseEntity<byte[]> csv(@PathVariable("table") String name) throws IOException {
        var part = Stream.of(CsvPart.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
        var picture = pictures.published();
        if (part.isEmpty() || picture.isEmpty())
            return ResponseEntity.notFound().build();
        var out = new ByteArrayOutputStream();
        StrategyCsv.write(picture.get().strategy(), part.get(), out);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .cacheControl(A_MINUTE)
                .body(out.toByteArray());
    }
}
