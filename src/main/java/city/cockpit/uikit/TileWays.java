package city.cockpit.uikit;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.SeriesId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where one can go from a tile.
 *
 * @param name what the tile is about
 * @param about how its number came about
 */
public record TileWays(String name, List<Way> ways, String about) {

    public TileWays {
        ways = List.copyOf(ways);
    }

    /** @param href relative to the base of the site */
    record Way(String text, String href) {

        /** Whether a page is there and no file. */
        boolean isPage() {
            return !href.startsWith(DataAddress.PATH + "/");
        }
    }

    /** Of the tile of a domain. */
    public static TileWays of(
            DomainState domain, CityPicture picture, TileFace face, Optional<Promised> promised, Wording words) {
        var ways = new ArrayList<Way>();
        ways.add(new Way(words.text("tile.way.domain"), "cockpit/" + TileFaces.slug(domain.domain())));
        addHistory(ways, "history/" + TileFaces.slug(domain.domain()), words);
        if (isPublic(domain.domain(), picture)) ways.add(data(DataAddress.of(domain.domain()), words));
        if (domain.leading().size() == 1)
            site(domain.leading().getFirst(), picture, words).ifPresent(ways::add);
        promised.ifPresent(way ->
                ways.add(new Way(words.text("tile.way.promises", String.join(", ", way.titles())), way.href())));
        addProofAndFault(ways, face, words, ReportAddress.of(domain.domain(), words));
        return new TileWays(face.name(), ways, about(face, words));
    }

    /** Of the tile of a series. */
    public static TileWays of(SeriesState state, CityPicture picture, TileFace face, Wording words) {
        var series = state.series();
        var ways = new ArrayList<Way>();
        addHistory(ways, "history/" + TileFaces.slug(series.property().domain()) + "/" + series.id(), words);
        if (series.isPublic()) ways.add(data(DataAddress.of(series.id()), words));
        site(series.id(), picture, words).ifPresent(ways::add);
        addProofAndFault(ways, face, words, ReportAddress.of(series, words));
        return new TileWays(face.name(), ways, about(face, words));
    }

    private static Way data(String address, Wording words) {
        return new Way(words.text("tile.way.data"), address);
    }

    private static boolean isPublic(Domain domain, CityPicture picture) {
        return picture.series().values().stream()
                .map(SeriesState::series)
                .anyMatch(series -> series.isPublic() && series.property().domain() == domain);
    }

    private static void addHistory(List<Way> ways, String history, Wording words) {
        ways.add(new Way(words.text("tile.way.history"), history));
        ways.add(new Way(words.text("tile.way.table"), history + "?form=" + CourseForm.TABLE.inAddress()));
    }

    private static Optional<Way> site(SeriesId id, CityPicture picture, Wording words) {
        return picture.find(id)
                .map(state -> state.series().site())
                .map(site -> new Way(words.text("tile.way.site", site.title()), "site/" + site.key()));
    }

    private static void addProofAndFault(List<Way> ways, TileFace face, Wording words, String report) {
        face.proof().ifPresent(proof -> ways.add(new Way(words.text("tile.way.proof"), proof)));
        ways.add(new Way(words.text("tile.way.fault"), report));
    }

    private static String about(TileFace face, Wording words) {
        var source = face.source().isEmpty() ? "" : " · " + words.text("tile.source", face.source());
        return face.about() + source;
    }
}
