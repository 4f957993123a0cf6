package city.sim.nature;

import java.util.function.ToDoubleFunction;

/** A car park that counts at its barrier: who comes when, and how many spaces that leaves. */
final class CarPark {

    private static final double DAY = 86_400;

    private final int capacity;
    private final Week occupied;
    private final double byStalls;
    private final double byGreatMarket;
    private final Life life;
    private final Chance ofDays;
    private final Chance ofHours;
    private final Chance ofMinutes;

    /**
     * @param occupied part of the spaces, from 0 to 1
     * @param byStalls part that the weekly market takes on top
     * @param byGreatMarket part that a great market takes on top
     */
    CarPark(int capacity, Week occupied, double byStalls, double byGreatMarket, Life life, Chance chance) {
        this.capacity = capacity;
        this.occupied = occupied;
        this.byStalls = byStalls;
        this.byGreatMarket = byGreatMarket;
        this.life = life;
        this.ofDays = chance.of("days");
        this.ofHours = chance.of("hours");
        this.ofMinutes = chance.of("minutes");
    }

    /** From 0 to the capacity. */
    double free(Moment moment) {
        var t = moment.seconds();
        var crowd = 1 + 0.12 * ofDays.smooth(t, DAY) + 0.1 * ofHours.smooth(t, 5_400);
        // Who parks is on an errand: bad weather keeps only some at home.
        var weather = 0.7 + 0.3 * life.outgoing(t);
        var usual = (occupied.at(moment) + byStalls * life.stalls(moment)) * crowd * weather;
        var toAndFro = 0.025 * ofMinutes.smooth(t, 240);
        return capacity * (1 - Math.clamp(usual + byGreatMarket * life.greatMarket(moment) + toAndFro, 0, 1));
    }

    /** Of some bays for few people, from 0 to all of them: they fill when the car park does, and by chance. */
    ToDoubleFunction<Moment> freeAmong(int bays, Chance ofBays) {
        return moment ->
                bays * Math.clamp(free(moment) / capacity + 0.3 * ofBays.smooth(moment.seconds(), 5_400), 0, 1);
    }
}
