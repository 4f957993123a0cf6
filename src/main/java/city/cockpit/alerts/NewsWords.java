package city.cockpit.alerts;

import city.cockpit.alerts.Dispatch.News;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.SeriesCatalog;
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
        if (news.size() > 1) return text(language, "mail.several.subject", (long) news.size());
        return headline(language, news.getFirst());
    }

    private String headline(Locale language, News news) {
        var words = ruleWords(language);
        return text(
                language,
                "mail.headline." + news.kind(),
                text(language, "severity." + news.incident().severity()),
                words.title(news.incident()),
                words.places(news.incident()));
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
        var words = ruleWords(language);
        var incident = news.incident();
        var lines = new StringBuilder(headline(language, news))
                .append('\n')
                .append(text(language, "mail.since", time(language, incident.since())));
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
