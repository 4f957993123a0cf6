package city.cockpit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import city.cockpit.csv.Problem;
import city.cockpit.measurement.SensorId;
import city.cockpit.registry.SensorFiles.Imported;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sensors for programs, with a token of the scope {@code READ_SENSORS} or {@code WRITE_SENSORS}; described by
 * {@code /api/v1/openapi.json}. Sentences are English.
 */
@RestController
@RequestMapping("/api/v1")
@RolesAllowed({SensorFiles.READ_SENSORS, Sensors.WRITE_SENSORS})
class SensorEndpoint {

    static final int MOST_AT_ONCE = 1_000;

    /** A sensor has a few kilobytes. */
    private static final int MOST_BYTES = 1 << 20;

    /** A slip of the pen shall cost nobody a value: what is not described is refused instead of left out. */
    private static final ObjectReader JSON = JsonMapper.builder()
            .build()
            .reader()
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private final Sensors sensors;
    private final SensorFiles files;

    SensorEndpoint(Sensors sensors, SensorFiles files) {
        this.sensors = sensors;
        this.files = files;
    }

    private <T> T read(InputStream body, Class<T> type) throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) throw new IllegalArgumentException("a request has at most 1 MB");
        @Nullable T read = bytes.length == 0 ? null : JSON.forType(type).readValue(bytes);
        if (read == null) throw new IllegalArgumentException("the request is empty");
        return read;
    }

    /** @param next what to ask for as {@code after} to get the following ones; empty with the last */
    record Page(List<SensorJson> sensors, Optional<String> next) {}

    record PhaseJson(Phase phase) {

        PhaseJson {
            requireNonNull(phase);
        }
    }

    /** A row that cannot be taken over. */
    record ProblemJson(long line, String column, Problem.Reason reason, String cell, String sentence) {

        static ProblemJson of(Problem problem) {
            return new ProblemJson(
                    problem.line(), problem.column(), problem.reason(), problem.cell(), problem.sentence());
        }
    }

    record ImportJson(boolean dryRun, int rows, int created, int changed, int unchanged, int places) {}

    @GetMapping("/sensors")
    ResponseEntity<Page> list(
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "" + MOST_AT_ONCE) int limit,
            @RequestParam(name = "site") Optional<String> site,
            @RequestParam(name = "phase") Optional<Phase> phase) {
        if (limit < 1 || limit > MOST_AT_ONCE) throw new IllegalArgumentException("limit is from 1 to " + MOST_AT_ONCE);
        var found = sensors.listSensors().stream()
                .filter(sensor -> sensor.id().value().compareTo(after) > 0)
                .filter(sensor -> site.map(sensor.siteKey()::equals).orElse(true))
                .filter(sensor -> phase.map(sensor.phase()::equals).orElse(true))
                .sorted(Comparator.comparing(Sensor::id))
                .limit(limit + 1L)
                .toList();
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? Optional.of(page.getLast().id().value()) : Optional.<String>empty();
        return answer(new Page(page.stream().map(this::json).toList(), next));
    }

    private SensorJson json(Sensor sensor) {
        return SensorJson.of(sensor, sensors.findPlace(sensor.siteKey()).orElseThrow());
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    @GetMapping("/sensors/{id}")
    ResponseEntity<SensorJson> one(@PathVariable("id") String id) {
        return answer(json(known(id)));
    }

    private Sensor known(String id) {
        return SensorId.find(id).flatMap(sensors::find).orElseThrow(() -> new UnknownSensorException(id));
    }

    @PostMapping(path = "/sensors", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SensorJson> register(InputStream request, Authentication program) throws IOException {
        var body = read(request, SensorJson.class);
        var made = sensors.register(body.sensor(), newPlace(body), program.getName());
        return ResponseEntity.created(URI.create("/api/v1/sensors/" + made.id()))
                .body(json(made));
    }

    /** The site, if it is to be registered along; of one that is registered nothing else may be said. */
    private Optional<Place> newPlace(SensorJson body) {
        var said = body.site().place();
        var known = sensors.findPlace(body.site().key());
        if (known.isEmpty() || said.isEmpty()) return said;
        var same = new Place(
                said.get().site(),
                said.get().address(),
                said.get().municipalityKey().isEmpty()
                        ? known.get().municipalityKey()
                        : said.get().municipalityKey(),
                known.get().version());
        if (!same.equals(known.get()))
            throw new IllegalArgumentException(
                    "site '%s' is registered with other details; change them with /api/v1/sensors.csv"
                            .formatted(known.get().key()));
        return Optional.empty();
    }

    @PostMapping(path = "/sensors/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SensorJson> change(@PathVariable("id") String id, InputStream request, Authentication program)
            throws IOException {
        var body = read(request, SensorJson.class);
        known(id);
        if (!body.id().equals(id)) throw new IllegalArgumentException("id is not the one of the address");
        if (body.version().isEmpty()) throw new IllegalArgumentException("version is missing");
        newPlace(body).ifPresent(place -> sensors.savePlace(place, program.getName()));
        return answer(json(sensors.change(body.sensor(), program.getName())));
    }

    @PostMapping(path = "/sensors/{id}/phase", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SensorJson> phase(@PathVariable("id") String id, InputStream request, Authentication program)
            throws IOException {
        var body = read(request, PhaseJson.class);
        sensors.phase(known(id).id(), body.phase(), program.getName());
        return one(id);
    }

    @GetMapping("/sensors.csv")
    void export(Authentication program, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"sensors.csv\"");
        response.setHeader("Cache-Control", "no-store");
        files.exportCsv(response.getOutputStream(), program.getName());
    }

    /** People at a terminal ask for plain text. */
    @PostMapping(path = "/sensors.csv", consumes = "text/csv")
    ResponseEntity<?> importCsv(
            @RequestParam(name = "dryRun", defaultValue = "false") boolean isDryRun,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String wanted,
            InputStream table,
            Authentication program)
            throws IOException {
        var done = files.importCsv(table.readNBytes(SensorFiles.MOST_BYTES + 1), isDryRun, program.getName());
        if (wanted.startsWith(MediaType.TEXT_PLAIN_VALUE)) return inWords(done, isDryRun);
        if (!done.isGood()) return refused(done);
        return answer(
                new ImportJson(isDryRun, done.rows(), done.created(), done.changed(), done.unchanged(), done.places()));
    }

    private static ResponseEntity<String> inWords(Imported done, boolean isDryRun) {
        var text = new StringBuilder();
        for (var problem : done.problems()) text.append("line %d: %s%n".formatted(problem.line(), problem.sentence()));
        if (!done.isGood()) text.append(sentence(done));
        else
            text.append("%s: %s %sregistered, %d changed, %d unchanged; %s added or changed."
                    .formatted(
                            counted(done.rows(), "row"),
                            counted(done.created(), "sensor"),
                            isDryRun ? "would be " : "",
                            done.changed(),
                            done.unchanged(),
                            counted(done.places(), "site")));
        return ResponseEntity.status(done.isGood() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(text.append(System.lineSeparator()).toString());
    }

    private static String sentence(Imported refused) {
        var rows = refused.problems().stream().map(Problem::line).distinct().count();
        return "%s problems; nothing was taken over.".formatted(rows == 1 ? "1 row has" : rows + " rows have");
    }

    private static String counted(int number, String thing) {
        return number == 1 ? "1 " + thing : number + " " + thing + "s";
    }

    private static ResponseEntity<ProblemDetail> refused(Imported done) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, sentence(done));
        problem.setProperties(
                Map.of("problems", done.problems().stream().map(ProblemJson::of).toList()));
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static final class UnknownSensorException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownSensorException(String id) {
            super("There is no sensor '%.100s'.".formatted(id));
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownSensorException e) {
        return refuse(HttpStatus.NOT_FOUND, e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> taken(NameTakenException e) {
        return refuse(HttpStatus.CONFLICT, e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(ChangedMeanwhileException e) {
        return refuse(HttpStatus.CONFLICT, e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrong(IllegalArgumentException e) {
        return refuse(HttpStatus.BAD_REQUEST, e);
    }

    private static ResponseEntity<ProblemDetail> refuse(HttpStatus status, RuntimeException why) {
        return refuse(status, String.valueOf(why.getMessage()));
    }

    /** What the reader of JSON says names classes of ours, which is nobody's business; where it stumbled is not. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(JacksonException e) {
        var place = place(e);
        return refuse(
                HttpStatus.BAD_REQUEST,
                e instanceof UnrecognizedPropertyException
                        ? "There is no field '%.200s'; /api/v1/openapi.json describes those that are.".formatted(place)
                        : "%s not of the form that /api/v1/openapi.json describes."
                                .formatted(
                                        place.isEmpty()
                                                ? "The request is"
                                                : "'%.200s' is missing or".formatted(place)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> misplaced(MethodArgumentTypeMismatchException e) {
        return refuse(HttpStatus.BAD_REQUEST, "The request is not of the form that /api/v1/openapi.json describes.");
    }

    /** As {@code series[0].intervalSeconds}; empty where it is the whole. */
    private static String place(JacksonException why) {
        var place = new StringBuilder();
        for (var step : why.getPath()) {
            if (step.getPropertyName() == null)
                place.append('[').append(step.getIndex()).append(']');
            else place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return place.toString();
    }

    private static ResponseEntity<ProblemDetail> refuse(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, sentence));
    }
}
