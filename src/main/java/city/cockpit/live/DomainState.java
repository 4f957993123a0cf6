package city.cockpit.live;

import city.cockpit.measurement.Domain;
import city.cockpit.measurement.ObservedProperty;
import city.cockpit.measurement.SeriesId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One domain of city life summed up for its tile. See decision records 0006 and 0011.
 *
 * @param property what the headline value is
 * @param value the headline: free spaces, power and counts add up over places, of the others one place speaks; empty
 *     if none of its places has ever had a plausible value
 * @param outOf capacity that belongs to the value, of the same places; empty where that means nothing
 * @param assessment what a scheme says: of the headline, of car parks of their share of free spaces, of street lights of
 *     the faulty lamps
 * @param index of air: how complete the index is whose band the assessment names; the band is the worst of any place
 * @param figures further numbers of the domain, in a fixed order; those that are not current are left out
 * @param sign of weather that is current: what is worth a word; empty for every other domain
 * @param leading series whose value is shown or that the sum consists of
 * @param place name of the one place that speaks; empty for a sum over several
 * @param state best state among the leading series, so a domain is stale only when all its places are
 * @param observedAt phenomenon time of the oldest reading in the headline: a sum is as old as its oldest part
 * @param reporting how many places are current and part of the headline or could have been it
 * @param known how many places of the headline property are registered, without those in maintenance
 * @param doubtful at how many of them the newest value of all is implausible; it is no part of the headline
 * @param maintained at how many of them somebody works on the device
 * @param unusual series whose last hour was far from what is usual there, or that are without power, the farthest first; see {@link AgainstUsual}
 * @param trail the headline over the last 24 hours
 * @param simulated whether a simulated reading is part of the headline
 * @param timedOnArrival whether a reading is part of the headline whose time is that of its arrival
 */
public record DomainState(
        Domain domain,
        ObservedProperty property,
        Optional<Headline> value,
        OptionalInt outOf,
        Optional<Assessment> assessment,
        Optional<Index> index,
        List<Figure> figures,
        Optional<WeatherSign> sign,
        List<SeriesId> leading,
        Optional<String> place,
        State state,
        Optional<Instant> observedAt,
        int reporting,
        int known,
        int doubtful,
        int maintained,
        List<SeriesId> unusual,
        Trail trail,
        boolean simulated,
        boolean timedOnArrival) {

    public DomainState {
        figures = List.copyOf(figures);
        leading = List.copyOf(leading);
        unusual = List.copyOf(unusual);
    }

    /** The further number of that name; empty while it is not current. */
    public Optional<Figure> figure(Figure.Name name) {
        return figures.stream().filter(figure -> figure.name() == name).findFirst();
    }

    /**
     * The strong number of a tile.
     *
     * @param value in the unit of the property
     * @param over the time it stands for
     */
    public record Headline(double value, Over over) {}

    /** The time that a headline stands for. */
    public enum Over {
        /** The newest reading; of counters before their first full hour, the newest count. */
        MOMENT,
        /** The mean of the last 60 minutes. */
        HOUR_MEAN,
        /** What was counted in the 60 minutes up to the newest count. */
        HOUR_SUM
    }

    /**
     * How complete an index of several pollutants is at the place that speaks.
     *
     * @param measured how many of the pollutants that the index knows were judged there, from 1
     * @param of how many pollutants the index knows
     */
    public record Index(int measured, int of) {

        public boolean isComplete() {
            return measured == of;
        }
    }
}
