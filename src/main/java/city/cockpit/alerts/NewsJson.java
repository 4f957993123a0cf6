package city.cockpit.alerts;

import city.cockpit.alerts.Dispatch.News;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.TownSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** News of incidents for programs, at web hooks and by MQTT alike. Any thread. */
@Component
class NewsJson {

    private final JsonMapper json;
    private final NewsWords words;
    private final TownSource town;

    NewsJson(JsonMapper json, NewsWords words, TownSource town) {
        this.json = json;
        this.words = words;
        this.town = town;
    }

    /**
     * @param test whether it only tries the way
     * @param news of incidents
     * @param reports of faults that somebody reported
     */
    private record Message(String town, boolean test, List<Told> news, List<Reported> reports) {}

    private record Reported(
            long id,
            Map<String, String> about,
            @Nullable String topic,
            @Nullable String site) {}

    private record Told(
            long id,
            String event,
            String state,
            String severity,
            String rule,
            Map<String, String> title,
            Map<String, String> places,
            Map<String, String> sentence,
            List<String> sites,
            List<String> series,
            Instant since,
            Instant raisedAt,
            @Nullable Instant endedAt,
            @Nullable Double worst) {}

    byte[] write(List<News> news) {
        return json.writeValueAsBytes(new Message(
                town.town().name(),
                news.isEmpty(),
                all(News.OfIncident.class, news).map(this::told).toList(),
                all(News.OfReport.class, news).map(this::reported).toList()));
    }

    private static <N extends News> Stream<N> all(Class<N> kind, List<News> news) {
        return news.stream().filter(kind::isInstance).map(kind::cast);
    }

    private Reported reported(News.OfReport news) {
        var report = news.report();
        return new Reported(
                report.id(),
                both(language -> words.about(language, report)),
                report.topic().map(Domain::name).orElse(null),
                report.site().orElse(null));
    }

    private Told told(News.OfIncident news) {
        var incident = news.incident();
        return new Told(
                incident.id(),
                news.kind().name(),
                incident.state().name(),
                incident.severity().name(),
                incident.rule().key(),
                both(language -> words.ruleWords(language).title(incident)),
                both(language -> words.ruleWords(language).places(incident)),
                both(language -> words.ruleWords(language).sentence(incident.rule())),
                incident.sites().stream().map(site -> site.key()).toList(),
                incident.series().stream().map(series -> series.id().value()).toList(),
                incident.since(),
                incident.raisedAt(),
                incident.endedAt().orElse(null),
                incident.worst().isPresent() ? incident.worst().getAsDouble() : null);
    }

    private static Map<String, String> both(Function<Locale, String> text) {
        return Recipient.Language.BOTH.locales().stream().collect(Collectors.toMap(Locale::getLanguage, text));
    }
}
