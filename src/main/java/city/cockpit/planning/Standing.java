package city.cockpit.planning;

import city.cockpit.strategy.progress.MeasureProgress;
import city.cockpit.strategy.progress.ScheduleProgress.Light;
import java.time.LocalDate;

/** How a promise stands in the eyes of a citizen. The texts are {@code promises.standing.NAME}, in the order of the page. */
enum Standing {
    DELAYED,
    UNDER_WAY,
    DONE,
    PLANNED,
    GIVEN_UP;

    static Standing of(MeasureProgress one, LocalDate today) {
        return switch (one.measure().standing().status()) {
            case COMPLETED -> DONE;
            case DISCONTINUED -> GIVEN_UP;
            case ON_HOLD -> DELAYED;
            case IN_PROGRESS, APPROVED -> isLate(one, today) ? DELAYED : UNDER_WAY;
            case IDEA, PLANNED -> isLate(one, today) ? DELAYED : PLANNED;
        };
    }

    private static boolean isLate(MeasureProgress one, LocalDate today) {
        var light = one.schedule().light();
        return light == Light.RED
                || light == Light.AMBER
                || one.schedule().slipDays().orElse(0) > 0
                || one.measure().schedule().plannedEnd().filter(today::isAfter).isPresent();
    }
}
