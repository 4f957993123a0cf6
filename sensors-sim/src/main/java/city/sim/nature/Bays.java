package city.sim.nature;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The bays of one car park, each with cars that come and go. In every half hour of a bay one car may arrive, at a moment
 * of its own, and stay for minutes to hours; some bays belong to neighbours over night. So a bay is known at any moment
 * by looking at the arrivals of the last hours only.
 */
final class Bays {

    private static final double SLOT = Remembered.STEP;
    private static final double SHORTEST_STAY = 600;
    private static final double LONGEST_STAY = 5 * 3_600;
    private static final int SLOTS = (int) (LONGEST_STAY / SLOT) + 1;

    /** How many slots a car stays on average, for stays spread as in {@link Bay#isTakenByVisitor}. */
    private static final double MEAN_STAY_SLOTS = (SHORTEST_STAY + (LONGEST_STAY - SHORTEST_STAY) / 4) / SLOT;

    private static final double NEIGHBOURS = 0.12;

    private final List<Bay> bays;
    private final Remembered arrivals;

    /** @param occupied part of the bays that is to be taken about then, from 0 to 1 */
    Bays(String prefix, int count, Week occupied, double byGreatMarket, Life life, Chance chance) {
        this.arrivals = new Remembered(t -> arrivals(Moment.at(t), occupied, byGreatMarket, life));
        this.bays = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s%02d".formatted(prefix, number))
                .map(name -> new Bay(name, chance.of(name)))
                .toList();
    }

    List<Bay> all() {
        return bays;
    }

    /** How many bays are free at the moment. */
    double free(Moment moment) {
        return bays.stream().filter(bay -> !bay.isTaken(moment)).count();
    }

    /** How likely a car arrives in a slot. */
    private static double arrivals(Moment slot, Week occupied, double byGreatMarket, Life life) {
        var wanted = occupied.at(slot) * (0.7 + 0.3 * life.outgoing(slot.seconds()))
                + byGreatMarket * life.greatMarket(slot);
        // Arrivals at random leave exp(-arrivals * stay) of the bays empty.
        return -Math.log(1 - Math.min(0.96, wanted)) / MEAN_STAY_SLOTS;
    }

    /** One bay, independent of its neighbours. */
    final class Bay {

        private final String name;
        private final Chance visitor;
        private final Chance arrival;
        private final Chance stay;
        private final Chance night;
        private final Chance evening;
        private final Chance morning;

        private Bay(String name, Chance chance) {
            this.name = name;
            this.visitor = chance.of("visitor");
            this.arrival = chance.of("arrival");
            this.stay = chance.of("stay");
            this.night = chance.of("night");
            this.evening = chance.of("evening");
            this.morning = chance.of("morning");
        }

        String name() {
            return name;
        }

        boolean isTaken(Moment moment) {
            return isTakenOverNight(moment) || isTakenByVisitor(moment.seconds());
        }

        private boolean isTakenByVisitor(double t) {
            var slot = Remembered.stepOf(t);
            for (var k = slot - SLOTS; k <= slot; k++) {
                if (visitor.uniform(k) >= arrivals.at(k)) continue;
                var since = t - (k + arrival.uniform(k)) * SLOT;
                var stays = SHORTEST_STAY + (LONGEST_STAY - SHORTEST_STAY) * Math.pow(stay.uniform(k), 3);
                if (since >= 0 && since < stays) return true;
            }
            return false;
        }

        private boolean isTakenOverNight(Moment moment) {
            var afterNoon = moment.hour() >= 12;
            var k = moment.day().epochDay() - (afterNoon ? 0 : 1);
            if (night.uniform(k) >= NEIGHBOURS) return false;
            return afterNoon
                    ? moment.hour() >= 18 + 4 * evening.uniform(k)
                    : moment.hour() < 6 + 2.5 * morning.uniform(k);
        }
    }
}
