package city.cockpit.planning;

import city.cockpit.strategy.StrategyPicture;
import city.cockpit.strategy.progress.IndicatorProgress;
import city.cockpit.strategy.progress.IndicatorValue.Origin;
import city.cockpit.strategy.progress.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which promises stand beside the live values: those with a figure, of every way in which one can stand, and where there is
 * a choice those that sensors prove. So the strip neither hides what goes wrong nor shows nothing else.
 */
final class StripChoice {

    /** What needs attention comes first; what nobody can tell yet comes only where there is room. */
    private static final List<Status> ORDER =
            List.of(Status.MISSED, Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.ACHIEVED, Status.NO_DATA);

    private StripChoice() {}

    /** At most so many, in the order in which they are shown. */
    static List<IndicatorProgress> of(StrategyPicture picture, int most) {
        var withTarget = picture.strategy().indicators().stream()
                .filter(indicator -> indicator.target().isPresent())
                .map(picture.progress()::of)
                .sorted(Comparator.comparingInt(StripChoice::rank))
                .toList();
        var chosen = new ArrayList<IndicatorProgress>();
        for (var round = 0; chosen.size() < most && round < withTarget.size(); round++)
            for (var status : ORDER) if (status != Status.NO_DATA) nth(withTarget, status, round, chosen, most);
        for (var round = 0; chosen.size() < most && round < withTarget.size(); round++)
            nth(withTarget, Status.NO_DATA, round, chosen, most);
        chosen.sort(Comparator.comparingInt(progress -> ORDER.indexOf(progress.status())));
        return List.copyOf(chosen);
    }

    private static void nth(
            List<IndicatorProgress> all, Status status, int place, List<IndicatorProgress> chosen, int most) {
        if (chosen.size() < most)
            all.stream()
                    .filter(progress -> progress.status() == status)
                    .skip(place)
                    .findFirst()
                    .ifPresent(chosen::add);
    }

    /** Sensors before people, and who says something before who is silent. */
    private static int rank(IndicatorProgress progress) {
        if (progress.judged().filter(value -> value.origin() == Origin.MEASURED).isPresent()) return 0;
        if (progress.soFar().isPresent()) return 1;
        return progress.indicator().binding().isPresent() ? 2 : 3;
    }
}
