package city.sim.nature;

/** Episodes of rain, likely when a front passes, and what of them runs off into the river. */
final class Rain {

    private static final double HOUR = 3_600;
    private static final double SLOT = 4 * HOUR;
    private static final double SHORTEST = 0.35 * HOUR;
    private static final double LONGEST = SLOT;
    private static final int RUNOFF_SLOTS = 30;
    private static final double RISE = 5 * HOUR;
    private static final double FALL = 40 * HOUR;

    private final Chance likely;
    private final Chance start;
    private final Chance duration;
    private final Chance peak;
    private final Chance shower;
    private final Fronts fronts;
    private final Happenings happenings;

    /** An episode: about {@code peak} mm/h in its middle. */
    private record Episode(double start, double duration, double peak) {

        double at(double t) {
            var progress = (t - start) / duration;
            return progress <= 0 || progress >= 1 ? 0 : peak * Math.sin(Math.PI * progress);
        }

        double millimetres() {
            return 0.65 * peak * duration / HOUR * 2 / Math.PI;
        }
    }

    private static final Episode DRY = new Episode(0, 1, 0);

    Rain(Fronts fronts, Happenings happenings, Chance chance) {
        this.likely = chance.of("rain");
        this.start = chance.of("rain-start");
        this.duration = chance.of("rain-duration");
        this.peak = chance.of("rain-peak");
        this.shower = chance.of("rain-shower");
        this.fronts = fronts;
        this.happenings = happenings;
    }

    /** Millimetres per hour, 0 outside of an episode. */
    double at(double t) {
        var slot = (long) Math.floor(t / SLOT);
        // An episode begins somewhere in its slot and may last into the next one.
        var steady = episode(slot - 1).at(t) + episode(slot).at(t);
        var natural = steady == 0 ? 0 : steady * (0.65 + 0.35 * shower.smooth(t, 600));
        return natural + happenings.rain(t);
    }

    /** What is felt of the rain of the last hours, in mm/h; the last counts most. */
    double wetness(double t) {
        return at(t) + 0.6 * at(t - 0.75 * HOUR) + 0.3 * at(t - 2 * HOUR);
    }

    /** Millimetres of the last five days that are in the river now: they rise within hours and fall over days. */
    double runoff(double t) {
        var slot = (long) Math.floor(t / SLOT);
        var sum = 0.0;
        for (var k = slot - RUNOFF_SLOTS; k <= slot; k++) {
            var episode = episode(k);
            if (episode.peak() > 0) sum += episode.millimetres() * response(t - episode.start());
        }
        return sum + additionalRunoff(t);
    }

    private double additionalRunoff(double t) {
        if (happenings.equals(Happenings.NONE)) return 0;
        var sum = 0.0;
        for (var age = 0.25 * HOUR; age < RUNOFF_SLOTS * SLOT; age += 0.5 * HOUR)
            sum += 0.5 * happenings.rain(t - age) * response(age);
        return sum;
    }

    private static double response(double age) {
        if (age <= 0) return 0;
        var x = age / RISE;
        var taper = Math.max(0, 1 - age / (RUNOFF_SLOTS * SLOT));
        return x * Math.exp(1 - x) + 0.3 * (1 - Math.exp(-x)) * Math.exp(-age / FALL) * taper;
    }

    private Episode episode(long slot) {
        var chanceOfRain = Math.clamp(0.1 + 0.35 * fronts.at((slot + 0.5) * SLOT), 0.02, 0.6);
        if (likely.uniform(slot) >= chanceOfRain) return DRY;
        var from = (slot + start.uniform(slot)) * SLOT;
        var length = SHORTEST + Math.pow(duration.uniform(slot), 2) * (LONGEST - SHORTEST);
        var heavy = -Math.log(1 - peak.uniform(slot)) * (1.5 + 3.5 * Moment.summer(from));
        return new Episode(from, length, Math.min(60, heavy));
    }
}
