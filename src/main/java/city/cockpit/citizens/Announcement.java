package city.cockpit.citizens;

import static java.util.stream.Collectors.joining;

import city.cockpit.uikit.CityWords;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Says the sentence on the city again to those who hear the page, when it has become another one: politely, not more often than
 * every minute, and not what stood there when the page came.
 */
final class Announcement extends Span {

    private static final Duration BREATH = Duration.ofMinutes(1);

    private List<CityWords.Part> said = List.of();
    private Instant saidAt = Instant.MIN;

    Announcement() {
        addClassName("sr-only");
        getElement().setAttribute("role", "status");
    }

    void show(List<CityWords.Part> sentence, Instant now) {
        if (sentence.equals(said) || isTooSoon(now)) return;
        if (!said.isEmpty()) setText(sentence.stream().map(CityWords.Part::text).collect(joining()));
        said = sentence;
        saidAt = now;
    }

    private boolean isTooSoon(Instant now) {
        return !said.isEmpty() && now.isBefore(saidAt.plus(BREATH));
    }
}
