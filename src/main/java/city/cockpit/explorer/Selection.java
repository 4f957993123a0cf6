package city.cockpit.explorer;

import static java.util.stream.Collectors.joining;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesId;
import city.cockpit.uikit.CourseForm;
import city.cockpit.uikit.TileFaces;
import com.vaadin.flow.router.QueryParameters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader wants to see of the past and how, exactly as it stands in the address of the page.
 *
 * @param domain field of city life
 * @param series those that were chosen, at most {@value #MOST_SERIES}, without repeats; empty for every place of the domain's
 *     headline
 */
record Selection(Domain domain, List<SeriesId> series, Span span, Comparison comparison, CourseForm form) {

    /** More lines than colours nobody can tell apart. */
    static final int MOST_SERIES = 6;

    Selection {
        series = series.stream().distinct().limit(MOST_SERIES).toList();
    }

    /**
     * What the address of the page says; what it says amiss is left out.
     *
     * @param first the series in the path
     */
    static Selection in(Domain domain, Optional<SeriesId> first, QueryParameters parameters) {
        var further = parameters.getParameters("with").stream()
                .filter(SeriesId::isWellFormed)
                .map(SeriesId::new);
        return new Selection(
                domain,
                first.map(one -> Stream.concat(Stream.of(one), further).toList())
                        .orElse(List.of()),
                Span.in(parameters),
                Comparison.named(parameters.getSingleParameter("compare").orElse("")),
                CourseForm.named(parameters.getSingleParameter("form").orElse("")));
    }

    /** Relative to the begin of all addresses. */
    String address() {
        var path = "history/" + TileFaces.slug(domain)
                + series.stream().findFirst().map(id -> "/" + id).orElse("");
        var query = Stream.of(
                        series.stream().skip(1).map(id -> "with=" + id),
                        Stream.of(span)
                                .filter(one -> !one.equals(new Span.Latest(Range.DAY)))
                                .map(Span::inAddress),
                        named("compare", comparison.inAddress()),
                        named("form", form.inAddress()))
                .flatMap(parts -> parts)
                .collect(joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static Stream<String> named(String name, String value) {
        return value.isEmpty() ? Stream.empty() : Stream.of(name + "=" + value);
    }

    Selection over(Span other) {
        return new Selection(domain, series, other, comparison, form);
    }

    /** Those series instead; the field of city life is that of the first. */
    Selection showing(List<Series> others) {
        return new Selection(
                others.getFirst().property().domain(),
                others.stream().map(Series::id).toList(),
                span,
                comparison,
                form);
    }

    /** Every place of the headline instead. */
    Selection headline() {
        return new Selection(domain, List.of(), span, comparison, form);
    }

    Selection comparedWith(Comparison other) {
        return new Selection(domain, series, span, other, form);
    }

    Selection as(CourseForm other) {
        return new Selection(domain, series, span, comparison, other);
    }

    /** The chosen series in their order, those of a headline by place; without those that are not registered. */
    List<SeriesState> of(CityPicture picture) {
        if (!series.isEmpty()) return chosen(picture);
        var headline = Optional.ofNullable(picture.domains().get(domain))
                .map(state -> state.property().key())
                .orElse("");
        return picture.series().values().stream()
                .filter(state -> state.series().property().domain() == domain)
                .filter(state -> state.series().property().key().equals(headline))
                .sorted(Comparator.comparing(state -> state.series().place()))
                .toList();
    }

    /** None if the first one, whose address this is, is not registered or belongs to another field. */
    private List<SeriesState> chosen(CityPicture picture) {
        var first = picture.find(series.getFirst());
        if (first.filter(state -> state.series().property().domain() == domain).isEmpty()) return List.of();
        return series.stream().flatMap(id -> picture.find(id).stream()).toList();
    }
}
