package city.sim.nature;

import java.util.function.ToDoubleFunction;

/** Sound level of one place, LAeq over the last five minutes in dB(A): streets, people, passers-by, wind and rain. */
final class Sound {

    private static final double EVENT_SLOT = 45;
    private static final int LOOKS = 10;
    private static final double BETWEEN_LOOKS = 30;
    private static final double STILLNESS = 31;

    private final double street;
    private final double people;
    private final ToDoubleFunction<Moment> crowd;
    private final double eventsBySlot;
    private final double eventDecibels;
    private final Life life;
    private final Weather weather;
    private final Chance ofHours;
    private final Chance ofSeconds;
    private final Chance event;
    private final Chance loud;

    /**
     * @param street dB(A) of the streets around in the rush hour
     * @param people dB(A) of the people there when the crowd is 1
     * @param eventsBySlot how likely something loud passes within 45 seconds by day
     * @param eventDecibels how much louder that is at most
     */
    Sound(
            double street,
            double people,
            ToDoubleFunction<Moment> crowd,
            double eventsBySlot,
            double eventDecibels,
            Life life,
            Weather weather,
            Chance chance) {
        this.street = street;
        this.people = people;
        this.crowd = crowd;
        this.eventsBySlot = eventsBySlot;
        this.eventDecibels = eventDecibels;
        this.life = life;
        this.weather = weather;
        this.ofHours = chance.of("hours");
        this.ofSeconds = chance.of("seconds");
        this.event = chance.of("event");
        this.loud = chance.of("loud");
    }

    /** What is loud for a moment counts by its energy. */
    double laeq(Moment moment) {
        var energy = 0.0;
        for (var look = 0; look < LOOKS; look++)
            energy += power(level(Moment.at(moment.seconds() - look * BETWEEN_LOOKS)));
        return decibels(energy / LOOKS);
    }

    private double level(Moment moment) {
        var t = moment.seconds();
        var town = power(street) * life.traffic(moment) + power(people) * crowd.applyAsDouble(moment);
        var voices = decibels(town + power(STILLNESS))
                + 1.3 * ofHours.smooth(t, 1_500)
                + 1.7 * ofSeconds.smooth(t, 20)
                + event(moment);
        var wind = Math.min(78, 30 + 2 * weather.windSpeed(t));
        var rain = 25 + 14 * Math.log10(1 + weather.precipitation(t));
        return Math.clamp(decibels(power(voices) + power(wind) + power(rain)), 25, 110);
    }

    private double event(Moment moment) {
        var t = moment.seconds();
        var awake = moment.hour() >= 6 && moment.hour() < 22 ? 1 : 0.15;
        var slot = (long) Math.floor(t / EVENT_SLOT);
        if (event.uniform(slot) >= eventsBySlot * awake) return 0;
        return eventDecibels * loud.uniform(slot) * Math.sin(Math.PI * (t / EVENT_SLOT - slot));
    }

    private static double power(double decibels) {
        return Math.exp(decibels * (Math.log(10) / 10));
    }

    private static double decibels(double power) {
        return 10 * Math.log10(power);
    }
}
