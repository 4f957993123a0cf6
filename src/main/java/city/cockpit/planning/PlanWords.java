package city.cockpit.planning;

import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.plan.Binding;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.progress.IndicatorProgress;
import city.cockpit.strategy.progress.IndicatorValue;
import city.cockpit.strategy.progress.MeasureProgress;
import city.cockpit.strategy.progress.Reckoning.Input;
import city.cockpit.strategy.progress.Status;
import city.cockpit.strategy.progress.Why;
import city.cockpit.uikit.WordChip;
import city.cockpit.uikit.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the screens say of a strategy, in the words of one language. */
final class PlanWords {

    private static final char SPACE = '\u00a0';

    /** Before a council's paper, people look at that many promises. */
    private static final int MOST_ON_STRIP = 4;

    private final Wording words;

    PlanWords(Wording words) {
        this.words = words;
    }

    String date(LocalDate day) {
        return words.formats().date(day.atStartOfDay(words.formats().zone()).toInstant());
    }

    String date(Optional<LocalDate> day) {
        return day.map(this::date).orElse("–");
    }

    String percent(double share) {
        return words.formats().number(100 * share, 0) + SPACE + "%";
    }

    String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : words.text("planning.unknown");
    }

    String amount(double value, Indicator indicator) {
        return with(words.formats().number(value, indicator.decimals()), indicator.unit());
    }

    private static String with(String number, String unit) {
        return unit.isBlank() ? number : number + SPACE + unit;
    }

    String money(long cents) {
        return words.formats().number(cents / 100.0, 0) + SPACE + "€";
    }

    /** "höchstens 10 µg/m³ bis 31. Dez. 2029" */
    String target(Indicator indicator, Indicator.Target target) {
        return words.text("planning.target.by", goal(indicator, target), end(target.date()));
    }

    /** "höchstens 10 µg/m³" */
    String goal(Indicator indicator, Indicator.Target target) {
        return target.upTo().isPresent()
                ? words.text(
                        "planning.target.RANGE",
                        plain(target.value()),
                        with(plain(target.upperEnd()), indicator.unit()))
                : words.text("planning.target." + indicator.direction(), with(plain(target.value()), indicator.unit()));
    }

    /** Most promises are for the end of a year. */
    private String end(LocalDate day) {
        var isLast = day.getMonthValue() == 12 && day.getDayOfMonth() == 31;
        return isLast ? words.text("planning.end-of-year", Integer.toString(day.getYear())) : date(day);
    }

    String period(IndicatorValue value) {
        var from = value.from();
        var last = value.lastDay();
        if (from.getDayOfYear() == 1 && last.equals(from.plusYears(1).minusDays(1)))
            return Integer.toString(from.getYear());
        return from.equals(last) ? date(from) : words.text("planning.period", date(from), date(last));
    }

    /** One sentence about the newest value: what, of when, how well known. */
    String valueSentence(IndicatorProgress progress) {
        return progress.judged()
                .flatMap(value -> value.value().isPresent() ? Optional.of(value) : Optional.empty())
                .map(value -> words.text(
                        "planning.value." + value.origin(),
                        amount(value.value().orElseThrow(), progress.indicator()),
                        period(value),
                        words.text("strategy.value-state." + value.state()),
                        percent(value.coverage()),
                        value.source().isBlank() ? "–" : value.source()))
                .or(() -> soFar(progress))
                .orElseGet(() -> words.text("planning.value.none"));
    }

    /** The value that is judged, or what sensors say so far; a dash without either. */
    String value(IndicatorProgress progress) {
        return progress.judged()
                .or(progress::soFar)
                .flatMap(value -> value.value().isPresent()
                        ? Optional.of(amount(value.value().getAsDouble(), progress.indicator()))
                        : Optional.empty())
                .orElse("–");
    }

    /** What sensors say so far, and when that counts; empty if it counts already or they say nothing. */
    Optional<String> soFar(IndicatorProgress progress) {
        return progress.soFar().map(value -> {
            var binding = progress.indicator().binding().orElseThrow();
            return words.text(
                    binding.aggregation().growsWithTime() ? "planning.so-far.growing" : "planning.so-far",
                    amount(value.value().orElseThrow(), progress.indicator()),
                    period(value),
                    percent(value.coverage()),
                    percent(binding.minimumCoverage()));
        });
    }

    /** How an indicator stands. Where sensors measure already, that is open rather than unknown. */
    String standing(IndicatorProgress progress) {
        return progress.status() == Status.NO_DATA && progress.soFar().isPresent()
                ? words.text("planning.open")
                : words.text("strategy.status." + progress.status());
    }

    WordChip chip(IndicatorProgress progress) {
        return StatusChip.of(progress.status(), standing(progress));
    }

    /** Who says what is judged. */
    String source(IndicatorProgress progress) {
        var isMeasured = progress.judged()
                .map(value -> value.origin() == IndicatorValue.Origin.MEASURED)
                .orElse(progress.indicator().binding().isPresent());
        return words.text(isMeasured ? "planning.by-sensor" : "planning.by-people");
    }

    /** Why it stands as it does, where the figures do not say so themselves. */
    Optional<String> why(IndicatorProgress progress) {
        return progress.why() == Why.FIGURES
                ? Optional.empty()
                : Optional.of(words.text(progress.why().text()));
    }

    /** Everything an indicator has to say, one sentence after the other. */
    String sentence(IndicatorProgress progress) {
        var indicator = progress.indicator();
        var said = new ArrayList<String>();
        said.add(valueSentence(progress));
        indicator.target().ifPresent(target -> said.add(words.text("planning.promised", target(indicator, target))));
        indicator
                .baseline()
                .ifPresent(start ->
                        said.add(words.text("planning.started", amount(start.value(), indicator), date(start.date()))));
        if (progress.attained().isPresent() && progress.expected().isPresent()) said.add(distance(progress));
        if (progress.judged().isPresent()) soFar(progress).ifPresent(said::add);
        if (progress.judged().isPresent() || progress.soFar().isEmpty())
            why(progress).ifPresent(said::add);
        if (isIndicative(indicator)) said.add(words.text("planning.indicative"));
        return String.join(" ", said);
    }

    /** How far it came, and how far it should be by now. */
    String distance(IndicatorProgress progress) {
        return progress.attained().isPresent() && progress.expected().isPresent()
                ? words.text("planning.distance", percent(progress.attained()), percent(progress.expected()))
                : words.text("planning.distance.unknown");
    }

    ProgressBar bar(IndicatorProgress progress) {
        return new ProgressBar(progress.attained(), progress.expected(), ProgressBar.Kind.COMPUTED, distance(progress));
    }

    static boolean isIndicative(Indicator indicator) {
        return indicator
                .binding()
                .filter(binding -> binding.grade() == Binding.Grade.INDICATIVE)
                .isPresent();
    }

    /** Why a promise is late or was given up, in plain words; empty if there is nothing to explain. */
    List<String> whyLate(MeasureProgress progress, LocalDate today) {
        var measure = progress.measure();
        var reasons = new ArrayList<String>();
        if (!measure.standing().reason().isBlank())
            reasons.add(measure.standing().reason());
        if (measure.standing().status() == Measure.Status.COMPLETED
                || measure.standing().status() == Measure.Status.DISCONTINUED) return reasons;
        measure.milestones().stream()
                .filter(one -> one.done().isEmpty()
                        && one.due().filter(day -> !day.isAfter(today)).isPresent())
                .map(one -> one.forecast().isPresent()
                        ? words.text("planning.late.forecast", one.title(), date(one.due()), date(one.forecast()))
                        : words.text("planning.late.open", one.title(), date(one.due())))
                .forEach(reasons::add);
        if (progress.schedule().slipDays().orElse(0) > 0)
            reasons.add(words.text(
                    "planning.late.end",
                    date(measure.schedule().plannedEnd()),
                    date(measure.schedule().forecastEnd())));
        else if (measure.schedule().plannedEnd().filter(today::isAfter).isPresent())
            reasons.add(words.text("planning.late.over", date(measure.schedule().plannedEnd())));
        return reasons;
    }

    /** How far a measure is, and who says so. */
    String progress(MeasureProgress progress) {
        return progress.share().isPresent()
                ? words.text(
                        "planning.share", percent(progress.share()), words.text("strategy.basis." + progress.basis()))
                : words.text("strategy.basis." + progress.basis());
    }

    /** From when to when; empty if nobody said. */
    String time(Measure measure) {
        var schedule = measure.schedule();
        var start = schedule.start().map(this::date);
        var ended = schedule.actualEnd().map(this::date);
        if (ended.isPresent())
            return start.map(from -> words.text("planning.time.ended", from, ended.get()))
                    .orElseGet(() -> words.text("planning.time.over", ended.get()));
        var planned = schedule.plannedEnd().map(this::date);
        if (planned.isEmpty())
            return start.map(from -> words.text("planning.time.from", from)).orElse("");
        return start.map(from -> words.text("planning.time", from, planned.get()))
                .orElseGet(() -> words.text("planning.time.to", planned.get()));
    }

    String input(Input input) {
        return switch (input) {
            case Input.Amount(var name, var value, var unit) -> with(plain(value), unit);
            case Input.Share(var name, var value) -> percent(value);
            case Input.Day(var name, var day) -> date(day);
            case Input.Count(var name, var count) -> words.formats().count(count);
            case Input.Money(var name, var cents) -> money(cents);
        };
    }

    /** As exact as it is worth knowing. */
    String plain(double value) {
        for (var decimals = 0; decimals < 3; decimals++) {
            var scale = Math.pow(10, decimals);
            if (Math.abs(Math.round(value * scale) / scale - value) < 1e-9)
                return words.formats().number(value, decimals);
        }
        return words.formats().number(value, 3);
    }

    /** "2 verzögert · 5 im Gang · 3 erledigt": nothing is left out, and there is no score. */
    String counts(StrategyPicture picture) {
        return String.join(
                " · ",
                Stream.of(Standing.values())
                        .map(standing -> count(picture, standing))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<String> count(StrategyPicture picture, Standing standing) {
        var count = picture.progress().measures().values().stream()
                .filter(one -> Standing.of(one, picture.progress().today()) == standing)
                .count();
        return count == 0 ? Optional.empty() : Optional.of(words.text("promises.count." + standing, count));
    }

    /** What the strip shows: some of the promises with a target, in words. */
    StripFace strip(StrategyPicture picture) {
        return new StripFace(
                picture.strategy().about().example(),
                counts(picture),
                StripChoice.of(picture, MOST_ON_STRIP).stream().map(this::entry).toList());
    }

    private StripFace.Entry entry(IndicatorProgress progress) {
        var indicator = progress.indicator();
        var isSoFar = progress.judged().isEmpty() && progress.soFar().isPresent();
        return new StripFace.Entry(
                PromisesView.ADDRESS + "/" + indicator.id(),
                indicator.title(),
                source(progress),
                isSoFar ? words.text("planning.value.so-far", value(progress)) : value(progress),
                indicator.target().map(target -> target(indicator, target)).orElse(""),
                progress.attained(),
                progress.expected(),
                distance(progress),
                progress.status(),
                standing(progress));
    }
}
