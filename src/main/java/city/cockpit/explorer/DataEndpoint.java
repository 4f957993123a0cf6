package city.cockpit.explorer;

import city.cockpit.live.LiveCity;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.measurement.TownSource;
import city.cockpit.transfer.Export;
import city.cockpit.transfer.FileForm;
import city.cockpit.uikit.DataAddress;
import city.cockpit.uikit.TileFaces;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The single readings of what everybody may see, as CSV at addresses that stay, see {@link DataAddress}. Those of the last 24
 * hours, or from a day or moment to another: {@code ?from=2026-05-01&to=2026-05-21T12:00:00Z}. Sentences are English.
 */
@RestController
@RequestMapping("/" + DataAddress.PATH)
class DataEndpoint {

    private static final Duration MOST_OF_A_SERIES = Duration.ofDays(366);
    private static final Duration MOST_OF_A_DOMAIN = Duration.ofDays(7);
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final int LENGTH_OF_A_DATE = 10;
    private static final String SOON = "30";
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final LiveCity city;
    private final Export export;
    private final TownSource town;
    private final InstantSource clock;

    DataEndpoint(LiveCity city, Export export, TownSource town, InstantSource clock) {
        this.city = city;
        this.export = export;
        this.town = town;
        this.clock = clock;
    }

    @GetMapping("/{domain:[a-z]+}.csv")
    void domain(
            @PathVariable("domain") String name,
            @RequestParam("from") Optional<String> from,
            @RequestParam("to") Optional<String> to,
            HttpServletResponse response)
            throws IOException {
        var domain = TileFaces.domain(name);
        var picture = city.publicPicture();
        var series = Stream.of(picture.series(), picture.retired())
                .flatMap(states -> states.values().stream())
                .map(SeriesState::series)
                .filter(one -> domain.filter(one.property().domain()::equals).isPresent())
                .sorted(Comparator.comparing(Series::id))
                .toList();
        send(name, series, span(from, to, MOST_OF_A_DOMAIN), response);
    }

    @GetMapping("/{sensor:[a-z0-9-]+}/{property:[a-z0-9_]+}.csv")
    void series(
            @PathVariable("sensor") String sensor,
            @PathVariable("property") String property,
            @RequestParam("from") Optional<String> from,
            @RequestParam("to") Optional<String> to,
            HttpServletResponse response)
            throws IOException {
        var id = new SeriesId(sensor + "/" + property);
        var series =
                city.publicPicture().find(id).map(SeriesState::series).stream().toList();
        send(sensor + "_" + property, series, span(from, to, MOST_OF_A_SERIES), response);
    }

    private void send(String name, List<Series> series, Interval span, HttpServletResponse response)
            throws IOException {
        if (series.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, A_MINUTE.getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        if (!export.write(FileForm.Shape.LONG, series, span, response.getOutputStream())) comeAgain(response);
    }

    /** @throws IllegalArgumentException says what is wrong with it */
    private Interval span(Optional<String> from, Optional<String> to, Duration most) {
        var end = to.map(this::moment).orElseGet(clock::instant);
        var begin = from.map(this::moment).orElseGet(() -> end.minus(A_DAY));
        var span = new Interval(begin, end);
        if (Duration.between(begin, end).compareTo(most) > 0)
            throw new IllegalArgumentException("at most %d days at once".formatted(most.toDays()));
        return span;
    }

    /** A plus in an address means a space. */
    private Instant moment(String text) {
        return text.length() == LENGTH_OF_A_DATE
                ? LocalDate.parse(text).atStartOfDay(town.town().zone()).toInstant()
                : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(IllegalArgumentException problem) {
        return inWords(String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<String> refuse(DateTimeException problem) {
        return inWords("a day as 2026-05-21 or a moment as 2026-05-21T12:00:00Z is expected");
    }

    private static ResponseEntity<String> inWords(String sentence) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .body(sentence);
    }

    /** What has begun to arrive is broken off: a file that ends too early must not look whole. */
    @ExceptionHandler
    void wait(DataAccessException problem, HttpServletResponse response) {
        if (response.isCommitted()) throw problem;
        comeAgain(response);
    }

    private static void comeAgain(HttpServletResponse response) {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
    }
}
