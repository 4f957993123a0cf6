package city.cockpit.citizens;

import static java.util.stream.Collectors.joining;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.town.TownHall;
import city.cockpit.town.TownProfile;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.CityWords;
import city.cockpit.uikit.DataAddress;
import city.cockpit.uikit.TopicAddress;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself to search engines and to whoever shows a link to it: a description with the values of now, one
 * address, and the data as schema.org calls it.
 */
@org.springframework.stereotype.Component
class PageDescription {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TownHall town;
    private final CityFaces faces;

    PageDescription(TownHall town, CityFaces faces) {
        this.town = town;
        this.faces = faces;
    }

    /** Of the overview. */
    void ofOverview(IndexHtmlResponse response, CityPicture picture, Wording words) {
        var profile = town.now().profile();
        var text = faces.greeting(picture, words).stream()
                .map(CityWords.Part::text)
                .collect(joining());
        describe(
                response,
                "",
                text,
                Map.of(
                        "@context", "https://schema.org",
                        "@type", "WebSite",
                        "name", words.text("citizens.title", profile.name()),
                        "url", address(""),
                        "inLanguage", words.locale().getLanguage(),
                        "publisher", publisher(profile)));
    }

    /** Of the page of a topic that the picture has. */
    void ofTopic(IndexHtmlResponse response, Domain domain, CityPicture picture, Wording words) {
        var face = faces.ofTopics(picture, words).apply(domain);
        var value = Stream.of(
                        face.band().map(band -> band.text()).orElse(""),
                        face.value()
                                .map(number -> (number + " " + face.unit()).strip() + " " + face.caption())
                                .orElse(""),
                        face.moment().isEmpty() ? "" : words.text("tile.measured-at", face.moment()))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(joining(", "));
        var text = words.text(
                "topic.description",
                words.text("domain." + domain),
                town.now().profile().name(),
                value,
                words.text("topic.meaning." + domain));
        describe(response, TopicAddress.cited(domain), text, data(domain, picture, words));
    }

    private Map<String, Object> data(Domain domain, CityPicture picture, Wording words) {
        var profile = town.now().profile();
        var page = TopicAddress.cited(domain);
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Dataset");
        data.put("name", words.text("topic.title", words.text("domain." + domain), profile.name()));
        data.put("description", words.text("topic.meaning." + domain));
        data.put("url", address(page));
        data.put("inLanguage", words.locale().getLanguage());
        data.put("isAccessibleForFree", true);
        data.put("creator", publisher(profile));
        profile.licence().address().map(URI::toString).ifPresent(licence -> data.put("license", licence));
        data.put("spatialCoverage", Map.of("@type", "Place", "name", profile.name()));
        data.put("variableMeasured", variables(domain, picture, words));
        Optional.ofNullable(picture.domains().get(domain))
                .flatMap(DomainState::observedAt)
                .ifPresent(time -> data.put("dateModified", time.toString()));
        data.put(
                "distribution",
                List.of(Map.of(
                        "@type", "DataDownload",
                        "encodingFormat", "text/csv",
                        "contentUrl", address(DataAddress.of(domain)))));
        return data;
    }

    private static List<Map<String, String>> variables(Domain domain, CityPicture picture, Wording words) {
        return picture.series().values().stream()
                .map(SeriesState::series)
                .map(series -> series.property())
                .filter(property -> property.domain() == domain)
                .distinct()
                .map(property -> variable(property, words))
                .toList();
    }

    /** What is counted has no unit. */
    private static Map<String, String> variable(ObservedProperty property, Wording words) {
        var name = property.name(words.locale());
        var unit = property.unit().symbol();
        return unit.isEmpty()
                ? Map.of("@type", "PropertyValue", "name", name)
                : Map.of("@type", "PropertyValue", "name", name, "unitText", unit);
    }

    private static Map<String, String> publisher(TownProfile profile) {
        return Map.of("@type", "GovernmentOrganization", "name", profile.name());
    }

    private static void describe(IndexHtmlResponse response, String path, String text, Map<String, Object> data) {
        var head = response.getDocument().head();
        var title = response.getDocument().title();
        meta(head, "name", "description", text);
        head.appendElement("link").attr("rel", "canonical").attr("href", address(path));
        meta(head, "property", "og:title", title);
        meta(head, "property", "og:description", text);
        meta(head, "property", "og:type", "website");
        meta(head, "property", "og:url", address(path));
        meta(head, "property", "og:image", address("icons/app-512.png"));
        // Whatever a town calls itself, it ends no script.
        var json = JSON.writeValueAsString(data).replace("<", "\\u003c");
        head.appendElement("script").attr("type", "application/ld+json").appendChild(new DataNode(json));
    }

    private static void meta(Element head, String kind, String name, String text) {
        head.appendElement("meta").attr(kind, name).attr("content", text);
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/" + path)
                .encode()
                .toUriString();
    }
}
