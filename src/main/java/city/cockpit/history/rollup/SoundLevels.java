package city.cockpit.history.rollup;

import city.cockpit.history.SoundDay;
import city.cockpit.measurement.Kind;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.OptionalDouble;

/**
 * Day, evening and night of sound levels, after Annex I of the Directive 2002/49/EC: 6 to 18, 18 to 22 and 22 to 6 o'clock
 * by the clock of the town, the night being the one that begins that evening.
 */
final class SoundLevels {

    static final int MORNING = 6;
    private static final int EVENING = 18;
    private static final int NIGHT = 22;

    private SoundLevels() {}

    /** @param hours rollups by their begin, of the day and of the morning after it */
    static SoundDay of(LocalDate day, TownDays town, NavigableMap<Long, Rollup> hours) {
        var morning = town.at(day, MORNING);
        var evening = town.at(day, EVENING);
        var night = town.at(day, NIGHT);
        var end = town.at(day.plusDays(1), MORNING);
        var byDay = sum(hours, morning, evening);
        var byEvening = sum(hours, evening, night);
        var byNight = sum(hours, night, end);
        var lday = byDay.value(Kind.DECIBEL);
        var levening = byEvening.value(Kind.DECIBEL);
        var lnight = byNight.value(Kind.DECIBEL);
        var coverage = Math.min(
                byDay.coverage((evening - morning) / 1e6),
                Math.min(byEvening.coverage((night - evening) / 1e6), byNight.coverage((end - night) / 1e6)));
        return new SoundDay(day, lday, levening, lnight, lden(lday, levening, lnight), coverage);
    }

    private static Rollup sum(NavigableMap<Long, Rollup> hours, long from, long to) {
        var sum = Rollup.NOTHING;
        for (var hour : hours.subMap(from, to).values()) sum = sum.then(hour);
        return sum;
    }

    static OptionalDouble lden(OptionalDouble lday, OptionalDouble levening, OptionalDouble lnight) {
        if (lday.isEmpty() || levening.isEmpty() || lnight.isEmpty()) return OptionalDouble.empty();
        var energy = 12 * Math.pow(10, lday.getAsDouble() / 10)
                + 4 * Math.pow(10, (levening.getAsDouble() + 5) / 10)
                + 8 * Math.pow(10, (lnight.getAsDouble() + 10) / 10);
        return OptionalDouble.of(10 * Math.log10(energy / 24));
    }
}
