package city.cockpit.citizens.embed;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.basemap.BaseLayer;
import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.live.State;
import city.cockpit.measurement.Kind;
import city.cockpit.sitefacts.SiteFactBook;
import city.cockpit.town.TownProfile;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.HoursWords;
import city.cockpit.uikit.SeriesGroup;
import city.cockpit.uikit.SpokenAge;
import city.cockpit.uikit.TileFace;
import city.cockpit.uikit.TileFaces;
import city.cockpit.uikit.TrailPath;
import city.cockpit.uikit.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * The page in the frame: whole in one answer, without Vaadin, and to be read without a script. The script tells how old the
 * values are, how high the page is, and fetches it again twice a minute; without it the browser itself does the last.
 */
final class EmbedPage {

    private static final String SCRIPT = text("embed.js");
    private static final String STYLE = text("embed.css");
    private static final int REFRESH_SECONDS = 30;

    private final Embed embed;
    private final Wording words;
    private final Sources sources;
    private final TownProfile town;
    private final Instant now;

    EmbedPage(Embed embed, Wording words, Sources sources, Instant now) {
        this.embed = embed;
        this.words = words;
        this.sources = sources;
        this.town = sources.town();
        this.now = now;
    }

    /** What the page is made of beside the picture of the city. */
    record Sources(
            TownProfile town, Palette palette, Optional<BaseLayer> background, CityFaces faces, SiteFactBook facts) {}

    /** @param policy what the page may do; everybody may frame it */
    record Written(String html, String policy) {}

    /** Of a city that measures the topic. */
    Written write(CityPicture picture) {
        var face = sources.faces().ofCitizens(picture, words).apply(embed.domain());
        var style = palettes() + STYLE;
        var page = Document.createShell("");
        page.prependChild(new DocumentType("html", "", ""));
        page.outputSettings().prettyPrint(false);
        page.getElementsByTag("html")
                .attr("lang", words.locale().getLanguage())
                .attr("data-theme", embed.theme().inAddress())
                .attr("data-size", embed.size().inAddress())
                .attr("data-made", String.valueOf(now.toEpochMilli()));
        page.title(words.text("topic.title", face.name(), town.name()));
        var head = page.head();
        head.prependElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "robots").attr("content", "noindex");
        head.appendElement("link").attr("rel", "icon").attr("href", embed.part().toBase() + "icons/cockpit.svg");
        head.appendElement("noscript")
                .appendElement("meta")
                .attr("http-equiv", "refresh")
                .attr("content", String.valueOf(REFRESH_SECONDS));
        head.appendElement("style").appendChild(new DataNode(style));
        page.body().appendChild(main(face, picture));
        page.body().appendElement("p").addClass("lost").attr("role", "status").text(words.text("embed.lost"));
        page.body().appendElement("script").appendChild(new DataNode(SCRIPT));
        return new Written(
                page.outerHtml(),
                "default-src 'none'; script-src '" + hash(SCRIPT) + "'; style-src '" + hash(style)
                        + "'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *");
    }

    private String palettes() {
        return ":root{" + sources.palette().with(town.accent()).css() + "}";
    }

    private Element main(TileFace face, CityPicture picture) {
        var main = new Element("main").attr("data-current", face.state().isCurrent() ? "yes" : "no");
        var header = main.appendElement("header");
        link(header.appendElement("h1"), face.href(), face.name());
        age(header, face);
        bands(main.appendElement("p").addClass("words"), face);
        value(main.appendElement("p").addClass("value"), face);
        if (embed.size() != Size.S) {
            TrailPath.of(face.points())
                    .ifPresent(line -> main.appendChild(line.addClass("day").attr("aria-hidden", "true")));
            if (!face.sense().isEmpty()) main.appendElement("p").text(face.sense());
        }
        switch (embed.part()) {
            case TILE -> {}
            case PLACES -> main.appendChild(places(faces(picture)));
            case MAP -> {
                var faces = faces(picture);
                main.appendChild(new TopicMap(embed, words, town, sources.background()).draw(faces));
                main.appendChild(places(faces));
            }
        }
        var footer = main.appendElement("footer");
        footer.text(Optional.of(face.moment())
                        .filter(moment -> !moment.isEmpty())
                        .map(moment -> words.text("tile.measured-at", moment) + " · ")
                        .orElse("")
                + face.about() + " · ");
        link(footer, "", words.text("embed.source", town.name()));
        return main;
    }

    private void age(Element parent, TileFace face) {
        face.observedAt()
                .ifPresent(at -> parent.appendElement("time")
                        .attr("datetime", at.toString())
                        .attr("data-since", String.valueOf(at.toEpochMilli()))
                        .attr("title", face.moment())
                        .text(SpokenAge.of(Duration.between(at, now), words)));
    }

    private void bands(Element parent, TileFace face) {
        face.band()
                .ifPresent(band -> parent.appendElement("span")
                        .addClass("band")
                        .attr("data-severity", TopicMap.inCss(band.severity()))
                        .text(band.text()));
        if (!face.state().isCurrent() || face.state() == State.DELAYED)
            parent.appendElement("span").addClass("band").text(words.text("state." + face.state()));
        face.doubt()
                .ifPresent(
                        doubt -> parent.appendElement("span").addClass("band").text(doubt));
        if (parent.childrenSize() == 0) parent.text(face.usual());
    }

    private static void value(Element parent, TileFace face) {
        parent.appendElement("strong").text(face.value().orElse("–"));
        var rest = face.value().isEmpty() ? "" : (face.unit() + " " + face.caption()).strip();
        if (!rest.isEmpty()) parent.appendElement("span").addClass("soft").text(rest);
    }

    /**
     * Of what the tile tells of, each place on its own, what is closed last; of single bays the pages of their places tell.
     */
    private List<PlaceFace> faces(CityPicture picture) {
        return SeriesGroup.of(picture, embed.domain(), words.locale()).stream()
                .filter(group -> group.property().kind() != Kind.STATE)
                .limit(1)
                .flatMap(group -> group.alone().stream())
                .map(state -> face(state, picture))
                .sorted(Comparator.comparing(this::isClosed))
                .toList();
    }

    private PlaceFace face(SeriesState state, CityPicture picture) {
        var site = state.series().site();
        return new PlaceFace(
                site,
                new TileFaces(words).ofPlace(state, picture, "site/" + site.key()),
                sources.facts().of(site.key()));
    }

    private boolean isClosed(PlaceFace place) {
        return place.known().isClosed(now, words.formats().zone());
    }

    private Element places(List<PlaceFace> faces) {
        var list = new Element("ul");
        for (var place : faces) {
            var face = place.face();
            var entry =
                    list.appendElement("li").attr("data-current", face.state().isCurrent() ? "yes" : "no");
            link(entry, face.href(), face.name());
            var said = entry.appendElement("span").addClass("words");
            hours(said, place);
            if (!isClosed(place)) bands(said, face);
            said.appendElement("strong").text((face.value().orElse("–") + " " + face.unit()).strip());
            if (!face.caption().isEmpty())
                said.appendElement("span").addClass("soft").text(face.caption());
            age(said, face);
        }
        return list;
    }

    /** That it is closed stands in place of a word on how much is free; of what never closes there is nothing to say. */
    private void hours(Element parent, PlaceFace place) {
        place.known()
                .openingHours()
                .filter(hours -> !hours.isAlways())
                .ifPresent(hours -> parent.appendElement("span")
                        .addClass(isClosed(place) ? "band" : "soft")
                        .text(new HoursWords(words).now(hours, now)));
    }

    /** The frame of somebody else stays where it is. */
    private void link(Element parent, String path, String text) {
        parent.appendElement("a")
                .attr("href", embed.part().toBase() + path)
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .text(text);
    }

    private static String hash(String text) {
        try {
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A file that belongs to this package. */
    static String text(String name) {
        try (var in = Objects.requireNonNull(EmbedPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
