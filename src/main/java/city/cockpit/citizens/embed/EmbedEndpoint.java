package city.cockpit.citizens.embed;

import city.cockpit.citizens.embed.Embeds.Form;
import city.cockpit.uikit.TopicAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tiles, topics and maps for pages of others, at addresses that stay: {@code /embed/parken?lang=de&theme=auto&size=m}, and
 * the same as a picture, {@code /embed/parken.svg} and {@code /embed/parken.png}. No cookie is read or set, nobody is known.
 */
@RestController
@RequestMapping("/" + Embed.PATH)
class EmbedEndpoint {

    private static final String TOPIC = "{topic:[a-z]+}";
    private static final CacheControl SHORT =
            CacheControl.maxAge(Duration.ofSeconds(15)).cachePublic();
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Embeds embeds;

    EmbedEndpoint(Embeds embeds) {
        this.embeds = embeds;
    }

    @GetMapping("/" + TOPIC)
    ResponseEntity<byte[]> tile(@PathVariable("topic") String topic, Wishes wishes) {
        return answer(topic, Part.TILE, wishes, Form.PAGE);
    }

    @GetMapping("/" + TOPIC + "/places")
    ResponseEntity<byte[]> places(@PathVariable("topic") String topic, Wishes wishes) {
        return answer(topic, Part.PLACES, wishes, Form.PAGE);
    }

    @GetMapping("/" + TOPIC + "/map")
    ResponseEntity<byte[]> map(@PathVariable("topic") String topic, Wishes wishes) {
        return answer(topic, Part.MAP, wishes, Form.PAGE);
    }

    @GetMapping("/" + TOPIC + ".svg")
    ResponseEntity<byte[]> svg(@PathVariable("topic") String topic, Wishes wishes) {
        return answer(topic, Part.TILE, wishes, Form.SVG);
    }

    @GetMapping("/" + TOPIC + ".png")
    ResponseEntity<byte[]> png(@PathVariable("topic") String topic, Wishes wishes) {
        return answer(topic, Part.TILE, wishes, Form.PNG);
    }

    /** What may stand behind the address; names as there. */
    record Wishes(Optional<String> lang, Optional<String> theme, Optional<String> size) {

        /** Without a wish for it, the language is the one of the topic's name. */
        private Locale language(String topic) {
            return lang.map(Locale::forLanguageTag)
                    .flatMap(TopicAddress::offered)
                    .orElseGet(() -> TopicAddress.languageOf(topic));
        }
    }

    private ResponseEntity<byte[]> answer(String topic, Part part, Wishes wishes, Form form) {
        return TopicAddress.domain(topic)
                .map(domain -> new Embed(
                        domain, topic, part, wishes.language(topic), Theme.of(wishes.theme()), Size.of(wishes.size())))
                .flatMap(embed -> embeds.find(embed, form))
                .map(answer -> ResponseEntity.ok()
                        .contentType(
                                switch (form) {
                                    case PAGE -> HTML;
                                    case SVG -> SVG;
                                    case PNG -> MediaType.IMAGE_PNG;
                                })
                        .cacheControl(SHORT)
                        .eTag(answer.tag())
                        .header("Content-Security-Policy", answer.policy())
                        .body(answer.body()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
