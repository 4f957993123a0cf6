package city.cockpit.strategy.survey;

import city.cockpit.strategy.plan.Component;
import city.cockpit.strategy.plan.Goal;
import city.cockpit.strategy.plan.Indicator;
import city.cockpit.strategy.plan.Item;
import city.cockpit.strategy.plan.ItemId;
import city.cockpit.strategy.plan.Measure;
import city.cockpit.strategy.plan.Measure.Milestone;
import city.cockpit.strategy.plan.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which of the ten components a strategy has. The plan itself says so; only what it cannot say is asked of people. */
public record ComponentCheck(List<Answer> answers) {

    public ComponentCheck {
        answers = List.copyOf(answers);
    }

    /**
     * Of one component.
     *
     * @param claimed what people say
     * @param isThere whether nothing is missing; what people say does not help where the plan shows a gap
     * @param gaps why it is not there
     * @param survey how many strategies had it in 2017
     */
    public record Answer(Component claimed, boolean isThere, List<Gap> gaps, Optional<SurveyShare> survey) {

        public Answer {
            gaps = List.copyOf(gaps);
        }

        public Component.Key key() {
            return claimed.key();
        }
    }

    /**
     * Something that is missing.
     *
     * @param item where, for a link; empty if it is the strategy itself
     */
    public record Gap(Reason reason, Optional<ItemId> item, String title) {}

    /** What is missing. The sentences are {@code strategy.gap.NAME}, with the title as {0}. */
    public enum Reason {
        NO_MEASURES,
        NO_GOALS,
        GOAL_WITHOUT_ANYTHING,
        NO_ONE_RESPONSIBLE,
        NO_RESOURCES,
        NOT_ASSESSED,
        NO_EVIDENCE,
        NO_START_OR_END,
        MILESTONE_WITHOUT_DATE,
        NO_MILESTONES,
        NO_PARTNERS,
        NO_TARGET_GROUPS,
        NO_CHANNELS,
        NO_ONE_RESPONSIBLE_FOR_COMMUNICATION,
        NO_INDICATORS,
        INDICATOR_WITHOUT_BASELINE,
        INDICATOR_WITHOUT_TARGET,
        NO_RHYTHM,
        NO_REPORT_MONTHS,
        NO_ONE_RESPONSIBLE_FOR_MONITORING,
        NO_ESCALATION,
        NO_NEXT_REPORT;

        /** Name of the sentence in the resource bundles. */
        public String text() {
            return "strategy.gap." + name();
        }
    }

    private static final int YEAR = 2017;

    public static ComponentCheck of(Strategy strategy) {
        return new ComponentCheck(Arrays.stream(Component.Key.values())
                .map(key -> answer(strategy, key))
                .toList());
    }

    /** How many of the ten are there; to be compared with {@link SurveyShare#averageCount}. */
    public long count() {
        return answers.stream().filter(Answer::isThere).count();
    }

    public Answer answer(Component.Key key) {
        return answers.stream().filter(one -> one.key() == key).findFirst().orElseThrow();
    }

    private static Answer answer(Strategy strategy, Component.Key key) {
        var claimed = strategy.components().stream()
                .filter(one -> one.key() == key)
                .findFirst()
                .orElseGet(() -> Component.none(key));
        var gaps = new Gaps(strategy, claimed).find();
        return new Answer(claimed, gaps.isEmpty(), gaps, SurveyShare.find(key, YEAR));
    }

    /** Looks for what is missing. */
    private static final class Gaps {

        private final Strategy strategy;
        private final Component claimed;
        private final List<Gap> found = new ArrayList<>();

        Gaps(Strategy strategy, Component claimed) {
            this.strategy = strategy;
            this.claimed = claimed;
        }

        List<Gap> find() {
            switch (claimed.key()) {
                case MEASURES -> when(live().isEmpty(), Reason.NO_MEASURES);
                case GOALS -> goals();
                case RESPONSIBILITIES -> {
                    when(live().isEmpty(), Reason.NO_MEASURES);
                    each(live(), measure -> measure.responsible().isBlank(), Reason.NO_ONE_RESPONSIBLE);
                }
                case RESOURCES -> {
                    when(live().isEmpty(), Reason.NO_MEASURES);
                    each(
                            live(),
                            measure -> measure.resources().isEmpty()
                                    && measure.budget().isEmpty(),
                            Reason.NO_RESOURCES);
                }
                case STATUS_QUO -> statusQuo();
                case SCHEDULE -> schedule();
                case MILESTONES -> {
                    when(live().isEmpty(), Reason.NO_MEASURES);
                    each(live(), measure -> measure.milestones().isEmpty(), Reason.NO_MILESTONES);
                }
                case PARTNERS ->
                    when(live().stream().allMatch(measure -> measure.partners().isEmpty()), Reason.NO_PARTNERS);
                case COMMUNICATION -> communication();
                case MONITORING -> monitoring();
            }
            return found;
        }

        /** Measures that somebody still means: not mere ideas and not given up. */
        private List<Measure> live() {
            return strategy.measures().stream()
                    .filter(measure -> switch (measure.standing().status()) {
                        case IDEA, DISCONTINUED -> false;
                        case PLANNED, APPROVED, IN_PROGRESS, ON_HOLD, COMPLETED -> true;
                    })
                    .toList();
        }

        private void when(boolean isMissing, Reason reason) {
            if (isMissing)
                found.add(new Gap(reason, Optional.empty(), strategy.about().title()));
        }

        private <I extends Item> void each(List<I> items, Predicate<I> isMissing, Reason reason) {
            for (var item : items)
                if (isMissing.test(item)) found.add(new Gap(reason, Optional.of(item.id()), item.title()));
        }

        private void goals() {
            when(strategy.goals().isEmpty(), Reason.NO_GOALS);
            each(strategy.goals(), this::hasNothing, Reason.GOAL_WITHOUT_ANYTHING);
        }

        private boolean hasNothing(Goal goal) {
            return goal.indicators().isEmpty() && strategy.measuresFor(goal).isEmpty();
        }

        /** Nothing in the plan tells of the past: people say it, with a proof. */
        private void statusQuo() {
            var isClaimed = switch (claimed.status()) {
                case MISSING, DRAFT -> false;
                case PRESENT, REVIEWED -> true;
            };
            when(!isClaimed, Reason.NOT_ASSESSED);
            when(isClaimed && claimed.evidence().isBlank() && claimed.note().isBlank(), Reason.NO_EVIDENCE);
        }

        private void schedule() {
            when(live().isEmpty(), Reason.NO_MEASURES);
            each(
                    live(),
                    measure -> measure.schedule().start().isEmpty()
                            || measure.schedule().plannedEnd().isEmpty(),
                    Reason.NO_START_OR_END);
            for (var measure : live())
                for (Milestone milestone : measure.milestones())
                    if (milestone.due().isEmpty())
                        found.add(new Gap(Reason.MILESTONE_WITHOUT_DATE, Optional.of(measure.id()), milestone.title()));
        }

        private void communication() {
            var concept = strategy.concepts().communication();
            when(concept.targetGroups().isEmpty(), Reason.NO_TARGET_GROUPS);
            when(concept.channels().isEmpty(), Reason.NO_CHANNELS);
            when(concept.responsible().isBlank(), Reason.NO_ONE_RESPONSIBLE_FOR_COMMUNICATION);
        }

        private void monitoring() {
            var concept = strategy.concepts().monitoring();
            when(strategy.indicators().isEmpty(), Reason.NO_INDICATORS);
            each(strategy.indicators(), this::lacksBaseline, Reason.INDICATOR_WITHOUT_BASELINE);
            when(
                    !strategy.indicators().isEmpty()
                            && strategy.indicators().stream()
                                    .allMatch(one -> one.target().isEmpty()),
                    Reason.INDICATOR_WITHOUT_TARGET);
            when(concept.rhythm().isEmpty(), Reason.NO_RHYTHM);
            when(concept.reportMonths().isEmpty(), Reason.NO_REPORT_MONTHS);
            when(concept.responsible().isBlank(), Reason.NO_ONE_RESPONSIBLE_FOR_MONITORING);
            when(concept.escalation().isBlank(), Reason.NO_ESCALATION);
            when(concept.nextReport().isEmpty(), Reason.NO_NEXT_REPORT);
        }

        /** A figure without a target is information, and needs no beginning. */
        private boolean lacksBaseline(Indicator indicator) {
            return indicator.target().isPresent() && indicator.baseline().isEmpty();
        }
    }
}
