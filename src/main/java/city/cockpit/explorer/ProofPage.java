package city.cockpit.explorer;

import city.cockpit.history.Evidence;
import city.cockpit.history.RuleVersion;
import city.cockpit.history.TimeSeries;
import city.cockpit.measurement.AveragedValue;
import city.cockpit.measurement.Averaging;
import city.cockpit.measurement.Interval;
import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Quality;
import city.cockpit.measurement.Reading;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.SeriesCatalog;
import city.cockpit.measurement.Thresholds;
import city.cockpit.town.DataLicence;
import city.cockpit.uikit.CopiedText;
import city.cockpit.uikit.CourseFigure;
import city.cockpit.uikit.Facts;
import city.cockpit.uikit.LiveTown;
import city.cockpit.uikit.NumberAddress;
import city.cockpit.uikit.NumberAddresses;
import city.cockpit.uikit.Rows;
import city.cockpit.uikit.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;

/** The number, what became of it, of what it is made, and the link that shows it again. */
final class ProofPage extends Div {

    /** Most of the 60 minutes before a moment lie in the hour of their middle. */
    private static final Duration MIDDLE = Duration.ofMinutes(30);

    private final Wording words;
    private final ProofWords says;
    private final SeriesCatalog catalog;
    private final Thresholds thresholds;
    private final LiveTown town;

    ProofPage(Wording words, SeriesCatalog catalog, Thresholds thresholds, LiveTown town) {
        this.words = words;
        this.says = new ProofWords(words);
        this.catalog = catalog;
        this.thresholds = thresholds;
        this.town = town;
        addClassName("proof-page");
    }

    void show(ProofReader.Found found, Instant now) {
        removeAll();
        add(card(found), facts(found, now));
        switch (found.proof()) {
            case Proof.OfReading reading -> {}
            case Proof.OfSpan span -> {}
            case Proof.OfCourse course -> add(figure(course));
            case Proof.OfUsual usual -> add(hours(usual));
            case Proof.OfSum sum -> add(parts(sum, found.number()));
        }
        if (found.proof().number().isPresent()) add(link(found));
    }

    /** The number itself. */
    private Div card(ProofReader.Found found) {
        var number = found.proof().number();
        var strong = new Span(
                number.isPresent()
                        ? says.quantity(number.getAsDouble(), found.proof().series())
                        : "–");
        strong.addClassName("proof-number");
        var card = new Div(new Paragraph(strong), new Paragraph(says.what(found.number(), found.proof())));
        card.addClassName("proof-card");
        if (number.isEmpty() && found.outcome().isEmpty())
            card.add(outcome("gone", words.text(missing(found.proof()))));
        found.outcome().ifPresent(one -> card.add(outcome(one.name().toLowerCase(Locale.ROOT), says.outcome(found))));
        return card;
    }

    private static String missing(Proof proof) {
        return switch (proof) {
            case Proof.OfSpan span when span.evidence().isEmpty() -> "proof.missing.cleared";
            case Proof.OfReading reading -> "proof.missing.reading";
            case Proof.OfUsual usual -> "proof.missing.usual";
            case Proof.OfSpan span -> "proof.missing.none";
            case Proof.OfCourse course -> "proof.missing.none";
            case Proof.OfSum sum -> "proof.missing.none";
        };
    }

    private static Paragraph outcome(String name, String text) {
        var outcome = new Paragraph(text);
        outcome.addClassName("proof-outcome");
        outcome.getElement().setAttribute("data-outcome", name).setAttribute("role", "status");
        return outcome;
    }

    private Facts facts(ProofReader.Found found, Instant now) {
        var proof = found.proof();
        var series = proof.series();
        var facts = new Facts(words);
        switch (proof) {
            case Proof.OfReading reading -> reading.reading().ifPresent(one -> reading(facts, one, series));
            case Proof.OfSpan span -> span.evidence().ifPresent(one -> evidence(facts, one));
            case Proof.OfCourse course -> course(facts, course);
            case Proof.OfUsual usual ->
                usual.usual()
                        .ifPresent(one -> facts.with(
                                "proof.usual.half",
                                words.text(
                                        "doubt.between",
                                        words.formats().value(one.lowerQuartile(), series.property()),
                                        words.formats().quantity(one.upperQuartile(), series.property()))));
            case Proof.OfSum sum -> {}
        }
        facts.with("proof.method", says.method(found.number(), proof));
        further(facts, found);
        facts.with("proof.rule", words.text("proof.rule.version", String.valueOf(RuleVersion.CURRENT)));
        if (!(proof instanceof Proof.OfSum))
            facts.with(
                    "proof.device",
                    says.device(series, catalog.facts(series.id().sensor())));
        facts.with("proof.source", source(proof));
        facts.with("proof.computed", words.text("proof.at", words.formats().dateTime(now)));
        return facts;
    }

    private void reading(Facts facts, Reading reading, Series series) {
        facts.with(
                "proof.time",
                words.text(
                        reading.quality().has(Quality.TIMED_ON_ARRIVAL) ? "proof.time.arrival" : "proof.time.sensor",
                        words.formats().dateTime(reading.phenomenonTime())));
        facts.with("proof.standing", says.standing(reading, series));
    }

    private void evidence(Facts facts, Evidence evidence) {
        facts.with("proof.readings", says.readings(evidence));
        evidence.number().ifPresent(point -> {
            facts.with("proof.coverage", says.percent(point.coverage()));
            extremes(facts, point.min(), point.max(), evidence.series());
        });
        facts.with("proof.left-out", says.leftOut(evidence));
        if (evidence.timedOnArrival() > 0)
            facts.with("proof.time", words.text("proof.time.some", (long) evidence.timedOnArrival()));
        facts.with("proof.basis", words.text("proof.basis." + evidence.level()));
        if (!evidence.isComplete()) facts.with("proof.incomplete", words.text("course.incomplete"));
        band(facts, evidence);
    }

    private void extremes(Facts facts, OptionalDouble lowest, OptionalDouble highest, Series series) {
        if (lowest.isEmpty() || highest.isEmpty() || series.property().kind() == Kind.STATE) return;
        facts.with(
                "proof.extremes",
                words.text(
                        "doubt.between",
                        words.formats().value(lowest.getAsDouble(), series.property()),
                        words.formats().quantity(highest.getAsDouble(), series.property())));
    }

    /** The word on the tile, where it is one for the mean of an hour. */
    private void band(Facts facts, Evidence evidence) {
        var length = evidence.span().length();
        if (length.compareTo(Duration.ofMinutes(50)) < 0 || length.compareTo(Duration.ofMinutes(61)) > 0) return;
        var value = evidence.number().map(TimeSeries.Point::value).filter(OptionalDouble::isPresent);
        var property = evidence.series().property();
        if (value.isEmpty() || property.kind() == Kind.TALLY) return;
        thresholds
                .findLive(property)
                .filter(scheme -> scheme.measure().averaging() == Averaging.HOUR)
                .flatMap(scheme -> scheme.bandOf(AveragedValue.of(
                                property, Averaging.HOUR, value.get().getAsDouble()))
                        .map(band -> words.text(
                                "proof.band.of",
                                band.word(words.locale()),
                                scheme.origin().name(words.locale()),
                                scheme.origin().edition(),
                                scheme.origin().source())))
                .ifPresent(text -> facts.with("proof.band", text));
    }

    private void course(Facts facts, Proof.OfCourse proof) {
        var data = proof.course().lines().getFirst().data();
        var readings = data.points().stream().mapToLong(TimeSeries.Point::count).sum();
        facts.with("proof.readings", words.text("proof.readings.count", readings));
        facts.with(
                "proof.coverage",
                says.percent(proof.course().coverage(proof.course().lines().getFirst())));
        var doubts = data.doubts().stream().mapToLong(doubt -> doubt.readings()).sum();
        facts.with(
                "proof.left-out",
                doubts == 0 ? words.text("proof.left-out.none") : words.text("proof.left-out.both", doubts));
        if (!data.isComplete()) facts.with("proof.incomplete", words.text("course.incomplete"));
    }

    /** Ways to the numbers around this one. */
    private void further(Facts facts, ProofReader.Found found) {
        if (!(found.proof() instanceof Proof.OfReading) && !(found.proof() instanceof Proof.OfSpan)) return;
        var series = found.proof().series();
        var number = found.number();
        var kind = series.property().kind();
        if (kind == Kind.DIRECTION || kind == Kind.PERCENTILE) return;
        var further = new Div();
        further.addClassName("proof-further");
        if (found.proof() instanceof Proof.OfReading)
            further.add(way(
                    NumberAddress.over(series.id(), NumberAddresses.hourUntil(series, number.from())), "proof.hour"));
        if (Duration.between(number.from(), number.to()).compareTo(Duration.ofHours(1)) <= 0) {
            var isReading = number.sort() == NumberAddress.Sort.READING;
            var time = isReading ? number.from().minus(MIDDLE) : middle(number);
            further.add(way(NumberAddress.usual(series.id(), time), "proof.usual"));
        }
        if (further.getComponentCount() > 0) facts.with("proof.further", further);
    }

    private static Instant middle(NumberAddress number) {
        return number.from().plus(Duration.between(number.from(), number.to()).dividedBy(2));
    }

    private Anchor way(NumberAddress number, String key) {
        return new Anchor(number.address(), words.text(key));
    }

    private Component source(Proof proof) {
        var profile = town.now().profile();
        var series = proof.series();
        var source = new Span(words.text(
                proof instanceof Proof.OfSum ? "proof.source.all" : "proof.source.of",
                profile.town().name(),
                series.property().name(words.locale()),
                series.id().value()));
        if (series.simulated()) source.add(new Text(" " + words.text("proof.source.simulated")));
        if (profile.licence() != DataLicence.NONE)
            source.add(
                    new Text(" "),
                    new Anchor("imprint#licence", profile.licence().title()));
        return source;
    }

    private CourseFigure figure(Proof.OfCourse proof) {
        var figure = new CourseFigure(words).withoutProofs();
        figure.show(proof.course());
        return figure;
    }

    private Section hours(Proof.OfUsual proof) {
        var rows = new Rows(words, "proof.hours.when", "proof.hours.value", "proof.coverage", "proof.hours.counts");
        rows.clear();
        for (var past : proof.past())
            rows.addRow(
                    new Span(words.formats().dateTime(past.hour())),
                    new Anchor(
                            NumberAddress.over(
                                            proof.series().id(),
                                            new Interval(
                                                    past.hour(), past.hour().plus(Duration.ofHours(1))))
                                    .address(),
                            says.quantity(past.value(), proof.series())),
                    new Span(says.percent(past.coverage())),
                    new Span(words.text(past.counts() ? "proof.hours.yes" : "proof.hours.no")));
        return new Section(new H2(words.text("proof.hours")), rows);
    }

    private Section parts(Proof.OfSum proof, NumberAddress number) {
        var rows = new Rows(words, "proof.parts.place", "proof.parts.value", "proof.parts.time");
        rows.clear();
        for (var part : proof.parts()) {
            var time = part.newest().map(Reading::phenomenonTime);
            var value = part.value();
            var text = value.isPresent() ? says.quantity(value.getAsDouble(), part.series()) : "–";
            var address = time.map(at -> number.sort() == NumberAddress.Sort.HOUR_SUM
                    ? NumberAddress.over(part.series().id(), NumberAddresses.hourUntil(part.series(), at))
                    : NumberAddress.reading(part.series().id(), at));
            rows.addRow(
                    new Anchor(
                            "site/" + part.series().site().key(), part.series().place()),
                    address.<Component>map(one -> new Anchor(one.address(), text))
                            .orElseGet(() -> new Span(text)),
                    new Span(time.map(words.formats()::dateTime).orElse("–")));
        }
        return new Section(new H2(words.text("proof.parts")), rows);
    }

    private Section link(ProofReader.Found found) {
        var link = new CopiedText(words);
        link.show("{address}", found.permanent());
        return new Section(
                new H2(words.text("proof.permanent")), new Paragraph(words.text("proof.permanent.why")), link);
    }
}
