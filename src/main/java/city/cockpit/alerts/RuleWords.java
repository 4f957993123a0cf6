package city.cockpit.alerts;

import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.ObservedProperties;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Site;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says rules and incidents in German or English: on pages, in mails and messages alike. Immutable; any thread. */
public final class RuleWords {

    /** So many places are named, of more only how many. */
    private static final int MOST_PLACES = 3;

    private static final Duration MINUTES_UNTIL = Duration.ofHours(2);
    private static final Duration HOURS_UNTIL = Duration.ofDays(2);

    private final Locale locale;
    private final ObservedProperties properties;
    private final SeriesCatalog catalog;
    private final ResourceBundle bundle;

    /**
     * For the readers of one language.
     *
     * @param locale German, or else English
     */
    public RuleWords(Locale locale, ObservedProperties properties, SeriesCatalog catalog) {
        this.locale = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.UK;
        this.properties = properties;
        this.catalog = catalog;
        this.bundle = ResourceBundle.getBundle(
                "city.cockpit.alerts.rules", this.locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The whole rule as one sentence. */
    public String sentence(Rule rule) {
        var severity = text("severity." + rule.severity());
        var property = property(rule).map(one -> one.name(locale)).orElse("");
        var where = where(rule.scope());
        var holds = season(rule) + norm(rule);
        var sentence = switch (rule.condition()) {
            case Condition.Beyond beyond ->
                text(
                        "sentence.beyond",
                        severity,
                        property,
                        where,
                        averaging(beyond.averaging(), rule),
                        text("sentence." + beyond.comparison(), bound(beyond.bound(), rule)),
                        lasting(beyond),
                        holds);
            case Condition.Unusual unusual ->
                text(
                        "sentence.unusual",
                        severity,
                        property,
                        where,
                        quantity(unusual.margin(), rule),
                        text(unusual.comparison().isUpward() ? "sentence.higher" : "sentence.lower"),
                        lasting(unusual.lasting()),
                        holds);
            case Condition.Changing changing ->
                text(
                        "sentence.changing",
                        severity,
                        property,
                        where,
                        quantity(changing.by(), rule),
                        duration(changing.within()),
                        text(changing.rising() ? "sentence.rising" : "sentence.falling"),
                        holds);
            case Condition.Silent silent ->
                text(
                        "sentence.silent",
                        severity,
                        subject(rule, "sentence.silent"),
                        where,
                        (long) silent.intervals(),
                        silent.atLeast().isZero() ? "" : text("sentence.at-least", duration(silent.atLeast())),
                        holds);
            case Condition.Doubtful doubtful ->
                text(
                        "sentence.doubtful",
                        severity,
                        subject(rule, "sentence.doubtful"),
                        where,
                        number(doubtful.percent(), decimals(doubtful.percent())),
                        holds);
        };
        return sentence.replaceAll(" {2,}", " ").replaceAll(" ([.,])", "$1");
    }

    /** What the rule is about, in a few words and without the place. */
    public String title(Rule rule) {
        var property = property(rule).map(one -> one.name(locale)).orElse("");
        return switch (rule.condition()) {
            case Condition.Beyond beyond ->
                text("title.beyond", property, text("title." + beyond.comparison(), bound(beyond.bound(), rule)));
            case Condition.Unusual unusual ->
                text(unusual.comparison().isUpward() ? "title.higher" : "title.lower", property);
            case Condition.Changing changing -> text(changing.rising() ? "title.rising" : "title.falling", property);
            case Condition.Silent silent -> text("title.silent");
            case Condition.Doubtful doubtful -> text("title.doubtful");
        };
    }

    /** What has happened, in a few words and without the place. */
    public String title(Incident incident) {
        if (!(incident.rule().condition() instanceof Condition.Silent)) return title(incident.rule());
        return incident.gateway()
                .map(gateway -> text("title.silent.gateway", (long) incident.sensors(), gateway))
                .orElseGet(() -> silent(incident));
    }

    /** One is named, because there may be a dozen at its place. */
    private String silent(Incident incident) {
        return incident.sensors() == 1
                ? text(
                        "title.silent.sensor",
                        incident.series().getFirst().id().sensor().value())
                : text("title.silent.sensors", (long) incident.sensors());
    }

    /** Where it happened: the places, or how many, with the parts of the town where that is shorter. */
    public String places(Incident incident) {
        var sites = incident.sites();
        if (sites.size() <= MOST_PLACES)
            return list(sites.stream().map(Site::title).distinct().toList());
        var districts = sites.stream()
                .map(Site::district)
                .filter(district -> !district.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return districts.isEmpty() || districts.size() > MOST_PLACES
                ? text("places.many", (long) sites.size())
                : text("places.many-in", (long) sites.size(), list(districts));
    }

    /** A value of the rule's property with its unit; of others without. */
    public String quantity(double value, Rule rule) {
        return property(rule).map(one -> quantity(value, one)).orElseGet(() -> number(value, decimals(value)));
    }

    /** A length of time in whole hours, or else in minutes. */
    public String duration(Duration length) {
        if (length.toMinutes() % 60 == 0) return text("duration.hours", length.toHours());
        return text("duration.minutes", Math.ceilDiv(length.toSeconds(), 60L));
    }

    /** A length of time as one speaks of it: in minutes, hours or days. */
    public String roughly(Duration length) {
        if (length.compareTo(MINUTES_UNTIL) < 0) return duration(Duration.ofMinutes(Math.max(1, length.toMinutes())));
        if (length.compareTo(HOURS_UNTIL) < 0) return duration(Duration.ofHours(length.toHours()));
        return text("duration.days", length.toDays());
    }

    /** How far something went beyond what the rule allows. */
    public String extent(double worst, Rule rule) {
        return rule.condition() instanceof Condition.Doubtful ? number(worst, 0) + "\u00a0%" : quantity(worst, rule);
    }

    private Optional<ObservedProperty> property(Rule rule) {
        return rule.scope().property().flatMap(properties::find);
    }

    private String subject(Rule rule, String sentence) {
        var about = property(rule)
                .map(one -> one.name(locale))
                .or(() -> rule.scope().domain().map(domain -> text("domain." + domain)));
        return about.map(name -> text(sentence + ".of", name)).orElse("");
    }

    private String where(Scope scope) {
        if (!scope.sites().isEmpty()) {
            var titles = named(scope.sites());
            return text(titles.size() == 1 ? "where.site" : "where.sites", list(titles));
        }
        if (!scope.districts().isEmpty()) return text("where.districts", list(sorted(scope.districts())));
        return text("where.everywhere");
    }

    private List<String> named(Collection<String> keys) {
        return keys.stream().map(this::titleOf).sorted().toList();
    }

    private String titleOf(String site) {
        return catalog.listSeries().stream()
                .map(series -> series.site())
                .filter(one -> one.key().equals(site))
                .findFirst()
                .map(Site::title)
                .orElse(site);
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    private String averaging(Averaging averaging, Rule rule) {
        var adds = property(rule)
                .map(ObservedProperty::kind)
                .filter(kind -> kind == Kind.TALLY || kind == Kind.METER)
                .isPresent();
        return averaging == Averaging.INSTANT ? "" : text((adds ? "averaging.sum." : "averaging.mean.") + averaging);
    }

    private String bound(Bound bound, Rule rule) {
        return switch (bound) {
            case Bound.Fixed fixed -> quantity(fixed.value(), rule);
            case Bound.LocalMark mark -> text("bound.mark", (long) mark.number());
            case Bound.ShareOfCapacity share -> text("bound.share", number(share.percent(), decimals(share.percent())));
        };
    }

    /** Three hours in each of which something must be so last as long by themselves. */
    private String lasting(Condition.Beyond beyond) {
        return beyond.averaging() == Averaging.THREE_HOURS_EACH ? "" : lasting(beyond.lasting());
    }

    private String lasting(Duration lasting) {
        return lasting.isZero() ? "" : text("sentence.lasting", duration(lasting));
    }

    private String season(Rule rule) {
        return rule.season()
                .map(season -> text("sentence.season", day(season.from()), day(season.until())))
                .orElse("");
    }

    private String day(MonthDay day) {
        return DateTimeFormatter.ofPattern(locale.getLanguage().equals("de") ? "d. MMMM" : "d MMMM", locale)
                .format(day);
    }

    /** Who changed what a rule finds must not go on naming its norm. */
    private String norm(Rule rule) {
        var isAltered = DefaultRules.find(rule.key())
                .map(shipped -> !shipped.condition().equals(rule.condition()))
                .orElse(false);
        return rule.norm().map(norm -> norm(norm, isAltered)).orElse("");
    }

    private String norm(Norm norm, boolean isAltered) {
        var parts = Stream.of(
                        Optional.of(isAltered ? text("norm.altered", norm.name(locale)) : norm.name(locale)),
                        norm.validFrom().map(date("norm.from")),
                        norm.validUntil().map(date("norm.until")))
                .flatMap(Optional::stream)
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private Function<LocalDate, String> date(String key) {
        var form = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return day -> text(key, form.format(day));
    }

    private String quantity(double value, ObservedProperty property) {
        var symbol = property.unit().symbol();
        var number = number(value, Math.max(decimals(value), value == Math.rint(value) ? 0 : property.decimals()));
        return symbol.isEmpty() ? number : number + '\u00a0' + symbol;
    }

    private static int decimals(double value) {
        return value == Math.rint(value) ? 0 : 1;
    }

    private String number(double value, int decimals) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private String list(List<String> names) {
        if (names.size() < 2) return String.join("", names);
        var last = names.size() - 1;
        return text("list.and", String.join(", ", names.subList(0, last)), names.get(last));
    }

    private String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
