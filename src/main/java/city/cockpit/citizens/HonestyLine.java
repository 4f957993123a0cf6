package city.cockpit.citizens;

import city.cockpit.live.CityPicture;
import city.cockpit.live.SeriesState;
import city.cockpit.measurement.Reading;
import city.cockpit.uikit.CityFaces;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Comparator;

/** Tells citizens how the system itself does today; it takes the place of the frame's own line. */
final class HonestyLine extends Paragraph {

    private final Wording words;
    private final DayLedger ledger;
    private final CityFaces faces;
    private final Text text = new Text("");
    private String shown = "";

    HonestyLine(Wording words, DayLedger ledger, CityFaces faces) {
        this.words = words;
        this.ledger = ledger;
        this.faces = faces;
        addClassNames("pulse", "honesty");
        var dot = new Span();
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        add(dot, new Span(text));
    }

    void show(CityPicture picture) {
        var sensors = faces.reporting(picture, words);
        var today = ledger.today();
        var newest = picture.series().values().stream()
                .filter(state -> state.state().isCurrent())
                .map(SeriesState::newest)
                .flatMap(reading -> reading.stream())
                .map(Reading::phenomenonTime)
                .filter(time -> !time.isAfter(today.at()))
                .max(Comparator.naturalOrder());
        var next = words.text(
                "honesty.line",
                sensors.text(words),
                words.formats().minute(today.since(), today.at()),
                count(today.received()),
                count(today.stored()),
                count(today.rejected()),
                newest.map(time -> words.formats().moment(time, today.at())).orElse("–"),
                running(Duration.between(today.begin(), today.at())));
        setVisible(!picture.series().isEmpty());
        getElement().setAttribute("data-live", String.valueOf(sensors.isAlive()));
        if (next.equals(shown)) return;
        shown = next;
        text.setText(next);
    }

    private String running(Duration since) {
        if (since.toDays() > 0) return words.text("honesty.days", since.toDays());
        if (since.toHours() > 0) return words.text("honesty.hours", since.toHours());
        return words.text("honesty.minutes", Math.max(0, since.toMinutes()));
    }

    private String count(long number) {
        return words.formats().count(number);
    }
}
