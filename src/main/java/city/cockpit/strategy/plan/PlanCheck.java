package city.cockpit.strategy.plan;

import city.cockpit.strategy.plan.Binding.Aggregation;
import city.cockpit.strategy.plan.Binding.Places;
import city.cockpit.strategy.plan.Indicator.Direction;
import city.cockpit.strategy.plan.Indicator.Target;
import city.cockpit.strategy.plan.Measure.Milestone;
import city.cockpit.strategy.plan.Problem.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what people got wrong in a strategy. */
public final class PlanCheck {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 5_000;

    private final Strategy strategy;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();

    private PlanCheck(Strategy strategy, LocalDate today) {
        this.strategy = strategy;
        this.today = today;
    }

    /** Everything that is wrong by itself, in the order of the items. */
    public static List<Problem> problems(Strategy strategy, LocalDate today) {
        var check = new PlanCheck(strategy, today);
        check.frame();
        check.addresses();
        check.names();
        strategy.goals().forEach(check::goal);
        strategy.measures().forEach(check::measure);
        strategy.indicators().forEach(check::indicator);
        check.cycles();
        return List.copyOf(check.problems);
    }

    /** What keeps a strategy from being published after that one, besides what is wrong by itself. */
    public static List<Problem> beforePublication(Strategy strategy, Optional<Strategy> published) {
        var check = new PlanCheck(strategy, LocalDate.MAX);
        if (strategy.about().title().isBlank())
            check.problems.add(new Problem(Kind.STRATEGY_WITHOUT_TITLE, Optional.empty(), List.of()));
        for (var goal : strategy.goals())
            if (goal.indicators().isEmpty() && strategy.measuresFor(goal).isEmpty())
                check.add(Kind.GOAL_WITHOUT_ANYTHING, goal);
        published.ifPresent(before -> before.indicators().forEach(check::silentChange));
        return List.copyOf(check.problems);
    }

    /** Who promised something and promises something else now says so, and why. */
    private void silentChange(Indicator before) {
        var promised = before.target();
        var now = strategy.indicators().stream()
                .filter(one -> one.id().equals(before.id()))
                .findFirst();
        if (promised.isEmpty() || now.isEmpty() || now.get().target().equals(promised)) return;
        var told = now.get().formerTargets().stream()
                .anyMatch(former -> former.target().equals(promised.get())
                        && !former.reason().isBlank());
        if (!told) add(Kind.TARGET_CHANGED_SILENTLY, now.get());
    }

    private void add(Kind kind, Item item, Object... details) {
        problems.add(Problem.of(kind, item, details));
    }

    /** The strategy as a whole, and whose it is. */
    private void frame() {
        var about = strategy.about();
        if (about.from().isPresent()
                && about.to().isPresent()
                && about.to().get().isBefore(about.from().get()))
            ofAll(Kind.PERIOD_UPSIDE_DOWN, about.from().get(), about.to().get());
        if (about.title().length() > LONGEST_TITLE) ofAll(Kind.TEXT_TOO_LONG, about.title(), LONGEST_TITLE);
        if (about.summary().length() > LONGEST_TEXT) ofAll(Kind.TEXT_TOO_LONG, about.title(), LONGEST_TEXT);
        var town = strategy.municipality();
        if (!town.ags().matches("(\\d{8})?")) ofAll(Kind.KEY_MALFORMED, town.ags(), 8);
        if (!town.ars().matches("(\\d{12})?")) ofAll(Kind.KEY_MALFORMED, town.ars(), 12);
        if (town.population().orElse(0) < 0) ofAll(Kind.POPULATION_NEGATIVE);
        for (var month : strategy.concepts().monitoring().reportMonths())
            if (month < 1 || month > 12) ofAll(Kind.NO_MONTH, month);
    }

    private void ofAll(Kind kind, Object... details) {
        problems.add(new Problem(
                kind,
                Optional.empty(),
                Arrays.stream(details).map(Object::toString).toList()));
    }

    private void names() {
        var seen = new HashSet<ItemId>();
        strategy.items().forEach(item -> {
            if (!seen.add(item.id())) add(Kind.ID_TWICE, item, item.id());
            if (item.title().isBlank()) add(Kind.TITLE_MISSING, item);
            if (item.title().length() > LONGEST_TITLE) add(Kind.TEXT_TOO_LONG, item, LONGEST_TITLE);
        });
    }

    private void goal(Goal goal) {
        known(goal, List.of(goal.field()), Set.copyOf(ids(strategy.fields())));
        known(goal, goal.parent().stream().toList(), Set.copyOf(ids(strategy.goals())));
        known(goal, goal.indicators(), Set.copyOf(ids(strategy.indicators())));
    }

    private static List<ItemId> ids(List<? extends Item> items) {
        return items.stream().map(Item::id).distinct().toList();
    }

    private void known(Item item, List<ItemId> named, Set<ItemId> known) {
        for (var id : named) if (!known.contains(id)) add(Kind.UNKNOWN_REFERENCE, item, id);
    }

    private void measure(Measure measure) {
        known(measure, measure.fields(), Set.copyOf(ids(strategy.fields())));
        known(measure, measure.goals(), Set.copyOf(ids(strategy.goals())));
        known(measure, measure.indicators(), Set.copyOf(ids(strategy.indicators())));
        if (!(measure.weight() > 0)) add(Kind.WEIGHT_NOT_POSITIVE, measure);
        if (measure.standing().status().needsReason()
                && measure.standing().reason().isBlank()) add(Kind.REASON_MISSING, measure);
        if (measure.plainText().length() > LONGEST_TEXT) add(Kind.TEXT_TOO_LONG, measure, LONGEST_TEXT);
        order(measure, measure.schedule().start(), measure.schedule().plannedEnd());
        order(measure, measure.schedule().start(), measure.schedule().forecastEnd());
        order(measure, measure.schedule().start(), measure.schedule().actualEnd());
        measure.estimate()
                .filter(estimate -> !(estimate.share() >= 0 && estimate.share() <= 1))
                .ifPresent(estimate -> add(Kind.SHARE_OUT_OF_RANGE, measure));
        for (var milestone : measure.milestones()) milestone(measure, milestone);
        for (var line : measure.budget())
            if (line.planned() < 0 || line.committed() < 0 || line.spent() < 0)
                add(Kind.NEGATIVE_MONEY, measure, line.year());
        for (var people : measure.resources())
            if (!(people.posts() >= 0)) add(Kind.NEGATIVE_POSTS, measure, people.year());
    }

    private void order(Item item, Optional<LocalDate> start, Optional<LocalDate> end) {
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get()))
            add(Kind.END_BEFORE_START, item, start.get(), end.get());
    }

    private void milestone(Measure measure, Milestone milestone) {
        if (!(milestone.weight() > 0)) add(Kind.WEIGHT_NOT_POSITIVE, measure, milestone.title());
        if (milestone.done().isEmpty()) return;
        if (milestone.evidence().isBlank() && milestone.comment().isBlank())
            add(Kind.DONE_WITHOUT_EVIDENCE, measure, milestone.title());
        if (milestone.done().get().isAfter(today)) add(Kind.DONE_IN_FUTURE, measure, milestone.title());
    }

    private void indicator(Indicator indicator) {
        var target = indicator.target();
        var baseline = indicator.baseline();
        if (!isFinite(indicator)) {
            add(Kind.NOT_A_NUMBER, indicator);
            return;
        }
        target.ifPresent(one -> range(indicator, one));
        if (target.isPresent() && baseline.isPresent()) {
            if (!target.get().date().isAfter(baseline.get().date()))
                add(
                        Kind.TARGET_BEFORE_BASELINE,
                        indicator,
                        target.get().date(),
                        baseline.get().date());
            if (isAgainst(indicator.direction(), baseline.get().value(), target.get()))
                add(Kind.TARGET_AGAINST_DIRECTION, indicator);
        }
        for (var entry : indicator.entries())
            if (entry.to().isBefore(entry.from())) add(Kind.ENTRY_UPSIDE_DOWN, indicator, entry.from(), entry.to());
        waypoints(indicator);
        indicator.binding().ifPresent(binding -> binding(indicator, binding));
    }

    private static boolean isFinite(Indicator indicator) {
        return indicator.baseline().map(one -> Double.isFinite(one.value())).orElse(true)
                && indicator
                        .target()
                        .map(one -> Double.isFinite(one.value()) && Double.isFinite(one.upperEnd()))
                        .orElse(true)
                && indicator.entries().stream().allMatch(entry -> Double.isFinite(entry.value()));
    }

    private void range(Indicator indicator, Target target) {
        var isRange = indicator.direction() == Direction.RANGE;
        if (isRange != target.upTo().isPresent() || (isRange && !(target.value() < target.upperEnd())))
            add(Kind.RANGE_UPSIDE_DOWN, indicator);
    }

    private static boolean isAgainst(Direction direction, double baseline, Target target) {
        return switch (direction) {
            case LOWER -> target.value() > baseline;
            case HIGHER -> target.value() < baseline;
            case RANGE -> false;
        };
    }

    private void waypoints(Indicator indicator) {
        var date = indicator.baseline().map(Indicator.Baseline::date).orElse(LocalDate.MIN);
        var last = indicator.target().map(Target::date).orElse(LocalDate.MAX);
        for (var waypoint : indicator.waypoints()) {
            if (!(waypoint.share() >= 0 && waypoint.share() <= 1)) add(Kind.SHARE_OUT_OF_RANGE, indicator);
            if (!waypoint.date().isAfter(date) || !waypoint.date().isBefore(last)) {
                add(Kind.WAYPOINTS_OUT_OF_ORDER, indicator);
                return;
            }
            date = waypoint.date();
        }
    }

    private void binding(Indicator indicator, Binding binding) {
        var aggregation = binding.aggregation();
        if (aggregation.needsLevel() && binding.level().isEmpty()) add(Kind.LEVEL_MISSING, indicator);
        if (aggregation == Aggregation.PER_SQUARE_METRE
                && !(binding.squareMetres().orElse(0) > 0)) add(Kind.AREA_MISSING, indicator);
        if (!fits(aggregation, binding.places())) add(Kind.PLACES_DO_NOT_FIT, indicator);
        if (!(binding.minimumCoverage() >= 0 && binding.minimumCoverage() <= 1))
            add(Kind.COVERAGE_OUT_OF_RANGE, indicator);
    }

    /** Levels do not add up, and only hours can be looked at together. */
    private static boolean fits(Aggregation aggregation, Places places) {
        return switch (places) {
            case HIGHEST, LOWEST, MEAN -> aggregation != Aggregation.PER_SQUARE_METRE;
            case TOTAL -> aggregation == Aggregation.SUM || aggregation == Aggregation.PER_SQUARE_METRE;
            case ANY ->
                aggregation == Aggregation.SHARE_OF_HOURS_FULL || aggregation == Aggregation.SHARE_OF_HOURS_ABOVE;
        };
    }

    /** Goals that serve each other in a circle; each circle is told once. */
    private void cycles() {
        Map<ItemId, Goal> goals = new HashMap<>();
        strategy.goals().forEach(goal -> goals.put(goal.id(), goal));
        var told = new HashSet<ItemId>();
        for (var goal : strategy.goals()) {
            var path = new ArrayList<ItemId>();
            var current = Optional.of(goal);
            while (current.isPresent() && !path.contains(current.get().id())) {
                path.add(current.get().id());
                current = current.get().parent().map(goals::get);
            }
            if (current.filter(goal::equals).isPresent() && !told.contains(goal.id())) {
                told.addAll(path);
                add(Kind.CYCLIC_GOALS, goal, path.size());
            }
        }
    }

    /** Addresses become links on a public page: only such that lead to a page. */
    private void addresses() {
        address(strategy.about().document());
        address(strategy.municipality().website());
        strategy.components().forEach(component -> address(component.evidence()));
        strategy.resolutions().forEach(resolution -> address(resolution.paperUrl()));
        for (var measure : strategy.measures())
            for (var milestone : measure.milestones()) address(milestone.evidence());
    }

    private void address(String address) {
        if (!address.isBlank() && !address.matches("https?://[^\\s\"'<>]{3,500}"))
            problems.add(new Problem(Kind.NOT_AN_ADDRESS, Optional.empty(), List.of(address)));
    }
}
