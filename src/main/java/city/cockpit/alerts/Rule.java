package city.cockpit.alerts;

import city.cockpit.measurement.Kind;
import city.cockpit.measurement.Series;
import city.cockpit.measurement.Severity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * When somebody must be told.
 *
 * @param key name of the rule, which never changes
 * @param isTogether whether everything it finds at the same time is one incident, as with the weather; or else one for each
 *     place
 * @param severity how urgent it is, not {@link Severity#GOOD}
 * @param season empty for all year
 * @param quietHours empty for none
 * @param norm what it rests on; empty for the town's own
 * @param recipients names of who is told
 * @param isOn whether it is looked after
 * @param version grows with each change; 0 of one that is not kept yet
 */
public record Rule(
        String key,
        Scope scope,
        Condition condition,
        boolean isTogether,
        Severity severity,
        Optional<Season> season,
        Optional<QuietHours> quietHours,
        Optional<Norm> norm,
        Set<String> recipients,
        boolean isOn,
        int version) {

    public static final int LONGEST_KEY = 64;

    public Rule {
        recipients = Set.copyOf(recipients);
        if (!key.matches("[a-z0-9][a-z0-9-]{0,%d}".formatted(LONGEST_KEY - 1)))
            throw new IllegalArgumentException("not the key of a rule: '%.100s'".formatted(key));
        if (severity == Severity.GOOD) throw new IllegalArgumentException("nobody is told what is good");
        if (needsProperty(condition) && scope.property().isEmpty())
            throw new IllegalArgumentException("which property the rule %s is about must be said".formatted(key));
    }

    private static boolean needsProperty(Condition condition) {
        return switch (condition) {
            case Condition.Beyond beyond -> true;
            case Condition.Unusual unusual -> true;
            case Condition.Changing changing -> true;
            case Condition.Silent silent -> false;
            case Condition.Doubtful doubtful -> false;
        };
    }

    /** Whether it has something to say of the series: one in its scope, with such a bound, whose values can be judged so. */
    public boolean isAbout(Series series) {
        if (!scope.contains(series)) return false;
        return switch (condition) {
            case Condition.Beyond beyond ->
                beyond.bound().at(series).isPresent() && series.property().kind() != Kind.DIRECTION;
            case Condition.Unusual unusual ->
                series.property().kind() != Kind.DIRECTION && series.property().kind() != Kind.PERCENTILE;
            case Condition.Changing changing -> series.property().kind() != Kind.DIRECTION;
            case Condition.Silent silent -> true;
            case Condition.Doubtful doubtful -> true;
        };
    }

    /** Whether it holds on that day of the town. */
    public boolean holdsOn(LocalDate day) {
        return season.map(part -> part.contains(day)).orElse(true)
                && norm.map(one -> one.holdsOn(day)).orElse(true);
    }

    /** Whether both find the same and think it as urgent; whoever is told, in whatever hours. */
    public boolean findsTheSameAs(Rule other) {
        return scope.equals(other.scope)
                && condition.equals(other.condition)
                && isTogether == other.isTogether
                && severity == other.severity
                && season.equals(other.season)
                && norm.equals(other.norm);
    }

    /** The same under another name. */
    public Rule named(String name) {
        return new Rule(
                name, scope, condition, isTogether, severity, season, quietHours, norm, recipients, isOn, version);
    }

    public Rule withVersion(int next) {
        return new Rule(key, scope, condition, isTogether, severity, season, quietHours, norm, recipients, isOn, next);
    }

    public Rule switched(boolean on) {
        return new Rule(key, scope, condition, isTogether, severity, season, quietHours, norm, recipients, on, version);
    }
}
