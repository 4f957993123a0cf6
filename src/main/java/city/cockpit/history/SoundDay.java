package city.cockpit.history;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The day-evening-night levels of one day of the town, in dB(A): day 6 to 18 o'clock, evening 18 to 22, and the night that
 * begins in the evening, 22 to 6. Each is the mean of energy weighted by duration; empty where nothing was measured.
 *
 * @param lden of all three by the formula of the Directive 2002/49/EC; empty if one of them is missing
 * @param coverage the lowest of the three, 0 to 1
 */
public record SoundDay(
        LocalDate day,
        OptionalDouble lday,
        OptionalDouble levening,
        OptionalDouble lnight,
        OptionalDouble lden,
        double coverage) {}
