package city.cockpit.citizens;

import city.cockpit.citizens.BuildingYears.Compared;
import city.cockpit.citizens.BuildingYears.Used;
import city.cockpit.live.CityPicture;
import city.cockpit.live.DomainState;
import city.cockpit.live.EnergyDay;
import city.cockpit.sitefacts.ReferenceBuildings;
import city.cockpit.sitefacts.ReferenceBuildings.Use;
import city.cockpit.uikit.Answer;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the town's buildings have used today, what each has used in the last twelve months for each square metre, and what
 * buildings of their kind use. What is no year yet stands beside no comparison value.
 */
final class BuildingsCompared extends TopicExtra {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String UNKNOWN = "–";

    private final Wording words;
    private final ReferenceBuildings references;
    private final Paragraph day = new Paragraph();

    BuildingsCompared(Wording words, Topics topics) {
        super(words.text("topic.energy"));
        this.words = words;
        this.references = new ReferenceBuildings(topics.thresholds());
        add(day, new H3(words.text("topic.energy.buildings")));
        switch (topics.background().askBriefly(topics.buildings()::listBuildings, PATIENCE)) {
            case Answer.Known<List<Compared>>(var found) -> add(buildings(found));
            case Answer.Pending<List<Compared>> _, Answer.Unavailable<List<Compared>> _ ->
                add(new Paragraph(words.text("topic.energy.buildings.away")));
        }
        add(new H3(words.text("topic.energy.compared")), new Paragraph(words.text("topic.energy.why")));
        if (!references.listKinds().isEmpty()) add(kinds(), new Paragraph(note()));
    }

    private Component[] buildings(List<Compared> found) {
        if (found.isEmpty()) return new Component[] {new Paragraph(words.text("topic.energy.buildings.none"))};
        var rows = new Rows(words, "topic.energy.building", "topic.energy.heat.year", "topic.energy.power.year");
        for (var one : found) {
            var building = one.building();
            rows.addRow(
                    Rows.both(
                            new Anchor("site/" + one.site().key(), one.site().title()),
                            words.text(
                                    "topic.energy.kind-and-area",
                                    references.name(building.kind(), words.locale()),
                                    words.formats().count(building.squareMetres()))),
                    used(one, Use.HEAT),
                    used(one, Use.POWER));
        }
        return new Component[] {rows, new Paragraph(words.text("topic.energy.buildings.note"))};
    }

    private Component used(Compared building, Use use) {
        var used = building.used().get(use);
        if (used == null) return new Span(UNKNOWN);
        return used.isYear() ? year(used, building.building().kind(), use) : part(used);
    }

    private Component year(Used used, String kind, Use use) {
        var span = words.text(
                "topic.energy.span",
                words.formats().date(used.from()),
                words.formats().date(used.to()));
        return Rows.both(
                new Span(words.text("topic.energy.per-area", words.formats().number(used.perSquareMetre(), 0))),
                reference(kind, use).map(beside -> beside + "; " + span).orElse(span));
    }

    /** The days there are, and nothing made of them. */
    private Component part(Used used) {
        var days = ChronoUnit.DAYS.between(used.from(), used.to()) + 1;
        return Rows.both(
                new Span(words.text("topic.energy.no-year")),
                words.text(
                        "topic.energy.part",
                        words.formats().number(used.perSquareMetre(), 1),
                        words.formats().date(used.from()),
                        words.formats().date(used.to()),
                        days));
    }

    private Rows kinds() {
        var rows = new Rows(words, "topic.energy.kind", "topic.energy.heat", "topic.energy.power");
        for (var kind : references.listKinds())
            rows.addRow(
                    new Span(references.name(kind, words.locale())),
                    new Span(reference(kind, Use.HEAT).orElse(UNKNOWN)),
                    new Span(reference(kind, Use.POWER).orElse(UNKNOWN)));
        return rows;
    }

    private Optional<String> reference(String kind, Use use) {
        return references
                .find(kind, use)
                .map(reference -> words.text(
                        "topic.energy.mean-and-guide",
                        words.formats().count(Math.round(reference.mean())),
                        words.formats().count(Math.round(reference.guide()))));
    }

    private String note() {
        return references
                .origin()
                .map(origin -> words.text(
                        "topic.energy.note",
                        origin.name(words.locale()),
                        words.text("limits.confidence." + origin.confidence())))
                .orElse("");
    }

    @Override
    void show(DomainState state, CityPicture picture) {
        var said = EnergyDay.of(picture)
                .map(today -> words.text(
                        "topic.energy.today",
                        words.formats().count(Math.round(today.used())),
                        words.formats().minute(today.until(), picture.at()),
                        words.formats().count(Math.round(today.usual())),
                        (long) today.compared()))
                .orElse(words.text("topic.energy.today.unknown"));
        if (!Objects.equals(said, day.getText())) day.setText(said);
    }
}
