package city.cockpit.alerts;

import city.cockpit.alerts.Dispatch.News;
import city.cockpit.faults.FaultReported;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Site;
import city.cockpit.measurement.TownSource;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** News of incidents as texts in German and English. Any thread. */
@Component
class NewsWords {

    private final ObservedProperties properties;
    private final SeriesCatalog catalog;
    private final TownSource town;

    NewsWords(ObservedProperties properties, SeriesCatalog catalog, TownSource town) {
        this.properties = properties;
        this.catalog = catalog;
        this.town = town;
    }

    RuleWords ruleWords(Locale language) {
        return new RuleWords(language, properties, catalog);
    }

    /** One after the other in each of the languages. */
    String subject(List<Locale> languages, List<News> news) {
        return languages.stream().map(language -> subject(language, news)).collect(Collectors.joining(" / "));
    }

    private String subject(Locale language, List<News> news) {
        if (news.isEmpty()) return text(language, "mail.test.subject");
        if (news.size() > 1)
            return text(
                    language,
                    news.stream().allMatch(News.OfIncident.class::isInstance)
                            ? "mail.several.subject"
                            : "mail.several.mixed",
                    (long) news.size());
        return headline(language, news.getFirst());
    }

    private String headline(Locale language, News news) {
        return switch (news) {
            case News.OfIncident(var incident, var kind) -> headline(language, incident, kind);
            case News.OfReport(var report) -> text(language, "mail.headline.REPORTED", about(language, report));
        };
    }

    private String headline(Locale language, Incident incident, IncidentEvent.Kind kind) {
        var words = ruleWords(language);
        return text(
                language,
                "mail.headline." + kind,
                text(language, "severity." + incident.severity()),
                words.title(incident),
                words.places(incident));
    }

    /** What a report is about: the place, the topic, or nothing that was said. */
    String about(Locale language, FaultReported report) {
        var place = report.site()
                .flatMap(key -> catalog.listSeries().stream()
                        .map(Series::site)
                        .filter(site -> site.key().equals(key))
                        .findFirst())
                .map(Site::title);
        var topic = report.topic().map(domain -> text(language, "domain." + domain));
        var said = Stream.of(place, topic).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return said.isEmpty() ? text(language, "mail.report.of-nothing") : said;
    }

    /**
     * The same.
     *
     * @param base what links begin with; empty for none
     */
    String body(List<Locale> languages, List<News> news, Optional<String> base) {
        return languages.stream()
                .map(language -> body(language, news, base))
                .collect(Collectors.joining("\n\n-- \n\n"));
    }

    private String body(Locale language, List<News> news, Optional<String> base) {
        if (news.isEmpty()) return text(language, "mail.test.body", town.town().name());
        return news.stream().map(one -> paragraph(language, one, base)).collect(Collectors.joining("\n\n"));
    }

    private String paragraph(Locale language, News news, Optional<String> base) {
        return switch (news) {
            case News.OfIncident(var incident, var kind) ->
                headline(language, incident, kind) + '\n' + facts(language, incident, base);
            case News.OfReport _ ->
                headline(language, news)
                        + '\n'
                        + text(language, "mail.report")
                        + base.map(address -> '\n' + address + "/faults").orElse("");
        };
    }

    private String facts(Locale language, Incident incident, Optional<String> base) {
        var words = ruleWords(language);
        var lines = new StringBuilder().append(text(language, "mail.since", time(language, incident.since())));
        incident.endedAt()
                .ifPresent(end -> lines.append('\n').append(text(language, "mail.ended", time(language, end))));
        incident.worst()
                .ifPresent(worst -> lines.append('\n')
                        .append(text(language, "mail.worst", words.quantity(worst, incident.rule()))));
        lines.append('\n').append(text(language, "mail.rule", words.sentence(incident.rule())));
        base.ifPresent(address ->
                lines.append('\n').append(address).append("/incidents/").append(incident.id()));
        return lines.toString();
    }

    private String time(Locale language, Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(town.town().zone())
                .format(time);
    }

    private static String text(Locale language, String key, Object... values) {
        var bundle = ResourceBundle.getBundle(
                "city.cockpit.alerts.rules", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), language).format(values);
    }
}
