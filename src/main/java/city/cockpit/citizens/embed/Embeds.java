package city.cockpit.citizens.embed;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.cockpit.basemap.BaseMap;
import city.cockpit.live.LiveCity;
import city.cockpit.sitefacts.SiteFactBook;
import city.cockpit.town.TownHall;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.Wordings;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * What is embedded, made once in ten seconds however many ask. A paper or a school may lead a thousand readers to the same
 * tile; they cost what one costs. Any thread.
 */
@Component
class Embeds {

    /** How long an answer is handed on. */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** All tiles in all languages, themes and sizes of a town, and some more. */
    private static final int MOST = 1_000;

    private final LiveCity city;
    private final TownHall town;
    private final Wordings wordings;
    private final BaseMap map;
    private final CityFaces faces;
    private final SiteFactBook facts;
    private final InstantSource clock;
    private final Palette palette = Palette.ofTheStyleSheet();
    private final Cache<Wanted, Made> made =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Embeds(
            LiveCity city,
            TownHall town,
            Wordings wordings,
            BaseMap map,
            CityFaces faces,
            SiteFactBook facts,
            InstantSource clock) {
        this.city = city;
        this.town = town;
        this.wordings = wordings;
        this.map = map;
        this.faces = faces;
        this.facts = facts;
        this.clock = clock;
    }

    /** In which form an embed leaves. */
    enum Form {
        PAGE,
        SVG,
        PNG
    }

    private record Wanted(Embed embed, Form form) {}

    private record Made(Instant at, Answer answer) {}

    /** What is sent. */
    static final class Answer {

        private final byte[] body;
        private final String policy;
        private final String tag;

        private Answer(byte[] body, String policy) {
            this.body = body;
            this.policy = policy;
            this.tag = "\"" + DigestUtils.md5DigestAsHex(body) + "\"";
        }

        byte[] body() {
            return body;
        }

        /** What it may do where it is shown. */
        String policy() {
            return policy;
        }

        /** Another one for every other body. */
        String tag() {
            return tag;
        }
    }

    /** Empty if the city does not measure the topic, or not for everybody. */
    Optional<Answer> find(Embed embed, Form form) {
        if (!city.publicPicture().domains().containsKey(embed.domain())) return Optional.empty();
        var now = clock.instant();
        return Optional.of(made.asMap()
                        .compute(
                                new Wanted(embed, form),
                                (wanted, before) -> before != null
                                                && now.isBefore(before.at().plus(FRESH))
                                        ? before
                                        : new Made(now, make(wanted, now))))
                .map(Made::answer);
    }

    private Answer make(Wanted wanted, Instant now) {
        var embed = wanted.embed();
        return switch (wanted.form()) {
            case PAGE -> {
                var sources = new EmbedPage.Sources(town.now().profile(), palette, map.layer(), faces, facts);
                var page =
                        new EmbedPage(embed, wordings.in(embed.language()), sources, now).write(city.publicPicture());
                yield new Answer(page.html().getBytes(UTF_8), page.policy());
            }
            case SVG -> picture(embed, file -> drawing -> file.svg(drawing).getBytes(UTF_8));
            case PNG -> picture(embed, file -> file::png);
        };
    }

    private Answer picture(Embed embed, Function<PictureFile, Function<Drawing, byte[]>> write) {
        var words = wordings.in(embed.language());
        var profile = town.now().profile();
        var picture = city.publicPicture();
        var state = picture.domains().get(embed.domain());
        if (state == null) throw new IllegalStateException(embed.domain() + " has gone");
        var drawing = TilePicture.of(
                faces.ofCitizens(picture, words).apply(embed.domain()),
                words.text(state.simulated() ? "origin.simulated" : "origin.town"),
                profile.name(),
                embed.size() != Size.S,
                words);
        var file = new PictureFile(
                palette.with(profile.accent()), embed.theme(), embed.size().pixels());
        return new Answer(
                write.apply(file).apply(drawing), "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *");
    }
}
