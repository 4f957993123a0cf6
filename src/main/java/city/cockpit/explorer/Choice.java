package city.cockpit.explorer;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import city.cockpit.uikit.TileFaces;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a reader wants to see the past of, as it stands in the address of the page.
 *
 * @param domain field of city life
 * @param series the one series; empty for every place of the domain's headline
 * @param range how far back
 */
record Choice(Domain domain, Optional<SeriesId> series, Range range) {

    Choice over(Range other) {
        return new Choice(domain, series, other);
    }

    String address() {
        return "history/" + TileFaces.slug(domain)
                + series.map(id -> "/" + id).orElse("")
                + (range == Range.DAY ? "" : "?range=" + range.inAddress());
    }

    /** The chosen series by place; empty if nothing is registered for the choice. */
    List<SeriesState> of(CityPicture picture) {
        var headline = Optional.ofNullable(picture.domains().get(domain))
                .map(state -> state.property().key())
                .orElse("");
        return picture.series().values().stream()
                .filter(state -> state.series().property().domain() == domain)
                .filter(state -> series.map(id -> state.series().id().equals(id))
                        .orElseGet(() -> state.series().property().key().equals(headline)))
                .sorted(Comparator.comparing(state -> state.series().place()))
                .toList();
    }
}
