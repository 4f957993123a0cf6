package city.cockpit.citizens;

import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What decibels sound like, and in which time of the day they are rated. */
final class NoiseInWords extends TopicExtra {

    private final Wording words;
    private final Paragraph now = new Paragraph();
    private final Map<EverydaySound, NativeTableRow> sounds = new LinkedHashMap<>();
    private final Map<RatingPeriod, NativeTableRow> periods = new EnumMap<>(RatingPeriod.class);

    /** The parts of a day of the 34. BImSchV (Lden, Lnight), by the town's clock. */
    enum RatingPeriod {
        DAY(6),
        EVENING(18),
        NIGHT(22);

        private final int fromHour;

        RatingPeriod(int fromHour) {
            this.fromHour = fromHour;
        }

        static RatingPeriod at(LocalTime time) {
            if (time.getHour() < DAY.fromHour || time.getHour() >= NIGHT.fromHour) return NIGHT;
            return time.getHour() < EVENING.fromHour ? DAY : EVENING;
        }
    }

    NoiseInWords(Wording words) {
        super(words.text("topic.noise"));
        this.words = words;
        var table = new Rows(words, "topic.noise.level", "topic.noise.like");
        for (var sound : EverydaySound.listAll())
            sounds.put(
                    sound,
                    table.addRow(
                            new Span(words.text(
                                    "topic.noise.about", words.formats().number(sound.level(), 0))),
                            new Span(sound.text(words.locale()))));
        var sources = EverydaySound.listAll().stream()
                .map(EverydaySound::source)
                .distinct()
                .collect(Collectors.joining("; "));
        var rated = new Rows(words, "topic.noise.period", "topic.noise.hours", "topic.noise.rule");
        for (var period : RatingPeriod.values())
            periods.put(
                    period,
                    rated.addRow(
                            new Span(words.text("topic.noise.period." + period)),
                            new Span(words.text("topic.noise.hours." + period)),
                            new Span(words.text("topic.noise.rule." + period))));
        add(
                now,
                table,
                new Paragraph(words.text("topic.noise.note", sources)),
                new H3(words.text("topic.noise.periods")),
                rated,
                new Paragraph(words.text("topic.noise.periods.note")));
    }

    @Override
    void show(DomainState state, CityPicture picture) {
        var like = Optional.of(state)
                .filter(one -> one.state().isCurrent())
                .flatMap(DomainState::value)
                .flatMap(headline -> EverydaySound.near(headline.value()));
        now.setText(like.map(sound -> words.text("topic.noise.now", sound.text(words.locale())))
                .orElse(words.text("topic.noise.now.none")));
        sounds.forEach((sound, row) -> mark(row, like.filter(sound::equals).isPresent()));
        var period = RatingPeriod.at(picture.at().atZone(words.formats().zone()).toLocalTime());
        periods.forEach((one, row) -> mark(row, one == period));
    }

    private static void mark(NativeTableRow row, boolean isNow) {
        if (isNow) row.getElement().setAttribute("aria-current", "true");
        else row.getElement().removeAttribute("aria-current");
    }
}
