package city.cockpit.operations;

import city.cockpit.live.CityPicture;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.Reporting;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One line that tells the truth about the system behind the values; it takes the place of the frame's own. */
final class PulseLine extends Paragraph {

    private final Wording words;
    private final Pulse pulse;
    private final CityFaces faces;
    private final Text text = new Text("");
    private final Text rejected = new Text("");

    PulseLine(Wording words, Pulse pulse, CityFaces faces) {
        this.words = words;
        this.faces = faces;
        this.pulse = pulse;
        addClassName("pulse");
        var dot = new Span();
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        add(dot, new Span(text, new Anchor("rejected", rejected)));
    }

    void show(CityPicture picture) {
        var beat = pulse.beat();
        var sensors = faces.reporting(picture, words);
        var away = beat.databaseAwaySince();
        getElement().setAttribute("data-live", String.valueOf(sensors.isAlive() && away.isEmpty()));
        var parts = new ArrayList<String>();
        away.ifPresent(since ->
                parts.add(words.text("pulse.database-away", words.formats().moment(since, picture.at()))));
        if (away.isEmpty()) parts.addAll(flow(sensors, beat));
        parts.add(words.text("pulse.received", count(beat.counts().received())));
        text.setText(String.join(" · ", parts) + ", ");
        rejected.setText(words.text("pulse.rejected", count(beat.counts().rejected())));
    }

    /** Where nothing is stored, who reports, how much and how fast says nothing. */
    private List<String> flow(Reporting sensors, Pulse.Beat beat) {
        var parts = new ArrayList<>(List.of(sensors.text(words)));
        beat.perMinute().ifPresent(rate -> parts.add(words.text("pulse.rate", count(rate))));
        beat.delay().ifPresent(delay -> parts.add(words.text("pulse.delay", inWords(delay))));
        return parts;
    }

    private String inWords(Duration delay) {
        if (delay.toSeconds() < 60)
            return words.text("pulse.seconds", words.formats().number(delay.toMillis() / 1000.0, 1));
        return words.text("pulse.minutes", count(delay.toMinutes()));
    }

    private String count(long value) {
        return words.formats().count(value);
    }
}
