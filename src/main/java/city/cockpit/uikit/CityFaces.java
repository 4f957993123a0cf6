package city.cockpit.uikit;

import static java.util.stream.Collectors.toMap;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.measurement.Domain;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What the pages say of the whole city. Of the newest picture it is put into words once for all pages of a language, so that
 * a page costs only what differs between pages. Safe on any thread.
 */
@Component
public class CityFaces {

    private final PerPicture<List<CityWords.Part>> greeting =
            new PerPicture<>((picture, words) -> new CityWords(words).greeting(picture));
    private final PerPicture<List<CityWords.Part>> exceptions =
            new PerPicture<>((picture, words) -> new CityWords(words).exceptions(picture));
    private final PerPicture<List<CityWords.Part>> besides =
            new PerPicture<>((picture, words) -> new CityWords(words).besides(picture));
    private final PerPicture<Map<Domain, TileFace>> ofCitizens;
    private final PerPicture<Map<Domain, TileFace>> ofTopics;
    private final PerPicture<Map<Domain, TileFace>> ofStaff = new PerPicture<>((picture, words) ->
            faces(picture, domain -> new TileFaces(words).ofStaff(domain, picture, way("cockpit/", domain))));
    private final PerPicture<AttentionFace> attention = new PerPicture<>(AttentionFace::of);

    private final PerPicture<Reporting> reporting = new PerPicture<>((picture, words) -> Reporting.of(picture));

    CityFaces(OpenSites open) {
        ofCitizens = new PerPicture<>((picture, words) -> faces(
                picture,
                domain -> new TileFaces(words, open).of(domain, picture, TopicAddress.of(domain.domain(), words))));
        ofTopics = new PerPicture<>((picture, words) ->
                faces(picture, domain -> new TileFaces(words, open).of(domain, picture, way("history/", domain))));
    }

    private static Map<Domain, TileFace> faces(CityPicture picture, Function<DomainState, TileFace> face) {
        return picture.domains().values().stream().collect(toMap(DomainState::domain, face));
    }

    private static String way(String begin, DomainState domain) {
        return begin + TileFaces.slug(domain.domain());
    }

    /** How many sensors speak. */
    public Reporting reporting(CityPicture picture, Wording words) {
        return reporting.of(picture, words);
    }

    /** What somebody should look at. */
    AttentionFace attention(CityPicture picture, Wording words) {
        return attention.of(picture, words);
    }

    /** The sentence for citizens. */
    public List<CityWords.Part> greeting(CityPicture picture, Wording words) {
        return greeting.of(picture, words);
    }

    /** The sentence for staff. */
    public List<CityWords.Part> exceptions(CityPicture picture, Wording words) {
        return exceptions.of(picture, words);
    }

    /** The sentence for staff after something that is not well. */
    public List<CityWords.Part> besides(CityPicture picture, Wording words) {
        return besides.of(picture, words);
    }

    /** The tile on the page of a topic, which leads to its chart. */
    public Function<Domain, TileFace> ofTopics(CityPicture picture, Wording words) {
        return face(ofTopics.of(picture, words));
    }

    /** The tiles of the public page, which lead to the pages of topics. */
    public Function<Domain, TileFace> ofCitizens(CityPicture picture, Wording words) {
        return face(ofCitizens.of(picture, words));
    }

    /** The tiles of the staff's cockpit, which lead to the series of the domain. */
    public Function<Domain, TileFace> ofStaff(CityPicture picture, Wording words) {
        return face(ofStaff.of(picture, words));
    }

    private static Function<Domain, TileFace> face(Map<Domain, TileFace> faces) {
        return domain -> Objects.requireNonNull(faces.get(domain));
    }
}
