package city.sim.nature;

import java.util.function.ToDoubleFunction;

/** Counts who passes, one by one and by chance, over the 15 minutes that end at a moment. */
final class Tally {

    private static final double SLOT = 300;
    private static final int SLOTS = 3;

    private final ToDoubleFunction<Moment> hourly;
    private final Chance chance;

    /** @param hourly how many are to be expected within an hour */
    Tally(ToDoubleFunction<Moment> hourly, Chance chance) {
        this.hourly = hourly;
        this.chance = chance;
    }

    /** A whole number; of the current five minutes nothing is counted yet. */
    double count(Moment moment) {
        var now = (long) Math.floor(moment.seconds() / SLOT);
        var count = 0;
        for (var slot = now - SLOTS; slot < now; slot++)
            count += chance.count(slot, hourly.applyAsDouble(Moment.at((slot + 0.5) * SLOT)) * SLOT / 3_600);
        return count;
    }
}
