package city.cockpit.strategy.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the town does.
 *
 * @param plainText what it is and whom it helps, for citizens
 * @param weight how much it counts in its fields of action, more than 0
 * @param fields one or several; of two or more it is cross-sector
 * @param goals that it serves
 * @param indicators that show its effect
 * @param estimate how far its people believe it is; counts only where there are no milestones
 * @param decision what somebody has to decide; empty if nothing is
 * @param transferable whether others may take it over
 */
public record Measure(
        ItemId id,
        String title,
        Visibility visibility,
        String plainText,
        Standing standing,
        Schedule schedule,
        double weight,
        String responsible,
        String deputy,
        List<ItemId> fields,
        List<ItemId> goals,
        List<ItemId> indicators,
        List<Milestone> milestones,
        Optional<Estimate> estimate,
        List<BudgetLine> budget,
        List<Resources> resources,
        List<Partner> partners,
        String decision,
        String lessonsLearned,
        boolean transferable)
        implements Item {

    public Measure {
        fields = List.copyOf(fields);
        goals = List.copyOf(goals);
        indicators = List.copyOf(indicators);
        milestones = List.copyOf(milestones);
        budget = List.copyOf(budget);
        resources = List.copyOf(resources);
        partners = List.copyOf(partners);
    }

    /** A measure of which nothing but its title is known yet. */
    public static Measure idea(ItemId id, String title, ItemId field) {
        return new Measure(
                id,
                title,
                Visibility.INTERNAL,
                "",
                new Standing(Status.IDEA, ""),
                Schedule.OPEN,
                1,
                "",
                "",
                List.of(field),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                false);
    }

    /** Belonging to others. */
    Measure with(List<ItemId> nextFields, List<ItemId> nextGoals, List<ItemId> nextIndicators) {
        return new Measure(
                id,
                title,
                visibility,
                plainText,
                standing,
                schedule,
                weight,
                responsible,
                deputy,
                nextFields,
                nextGoals,
                nextIndicators,
                milestones,
                estimate,
                budget,
                resources,
                partners,
                decision,
                lessonsLearned,
                transferable);
    }

    public boolean isCrossSector() {
        return fields.size() > 1;
    }

    /** The texts are {@code strategy.measure.NAME}. */
    public enum Status {
        IDEA,
        PLANNED,
        APPROVED,
        IN_PROGRESS,
        ON_HOLD,
        COMPLETED,
        DISCONTINUED;

        /** Whether people are to be told why. */
        public boolean needsReason() {
            return this == ON_HOLD || this == DISCONTINUED;
        }

        /** Whether the town has decided to do it and does it still, or did. */
        public boolean isBeingImplemented() {
            return switch (this) {
                case APPROVED, IN_PROGRESS, ON_HOLD, COMPLETED -> true;
                case IDEA, PLANNED, DISCONTINUED -> false;
            };
        }
    }

    /**
     * Where a measure stands.
     *
     * @param reason why it rests or was given up
     */
    public record Standing(Status status, String reason) {}

    public record Schedule(
            Optional<LocalDate> start,
            Optional<LocalDate> plannedEnd,
            Optional<LocalDate> forecastEnd,
            Optional<LocalDate> actualEnd) {

        public static final Schedule OPEN =
                new Schedule(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A step of a measure that one can see.
     *
     * @param weight part of the measure, in any unit, more than 0
     * @param acceptance by what one sees that it is done
     * @param evidence address of a proof; that or a comment is needed once it is done
     */
    public record Milestone(
            String title,
            Optional<LocalDate> due,
            Optional<LocalDate> forecast,
            Optional<LocalDate> done,
            double weight,
            String acceptance,
            String evidence,
            String comment) {}

    /**
     * What people believe.
     *
     * @param share from 0 to 1
     * @param by who believes so
     */
    public record Estimate(double share, LocalDate on, String by) {}

    /** Money of one year, in cents of a euro. */
    public record BudgetLine(int year, String title, long planned, long committed, long spent) {}

    /**
     * People that a year takes.
     *
     * @param posts full-time posts
     */
    public record Resources(int year, double posts, String skills, String external) {}

    /**
     * Somebody who takes part.
     *
     * @param listed whether the partner agrees to be named in public
     */
    public record Partner(String name, Part part, String contribution, boolean listed) {

        /** The texts are {@code strategy.partner.NAME}. */
        public enum Part {
            LEAD,
            PARTNER,
            ADVISER,
            FUNDER,
            SUPPLIER,
            CITIZEN_GROUP
        }
    }
}
