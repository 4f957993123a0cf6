package city.sim.nature;

import static city.sim.nature.Station.observes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Electricity and heat of twelve municipal buildings, each with a use of its own. */
final class Buildings {

    private static final int ELECTRICITY_INTERVAL_SECONDS = 900;
    private static final int HEAT_INTERVAL_SECONDS = 900;
    private static final int METERS = 24;
    private static final double LEAST_KILOWATTS = 0.4;

    /** What the walls of all buildings feel. */
    private final Remembered outside;

    private final Happenings happenings;
    private final Chance chance;
    private final List<Station> stations = new ArrayList<>();

    Buildings(Weather weather, Happenings happenings, Chance chance) {
        this.outside = new Remembered(weather::mildTemperature);
        this.happenings = happenings;
        this.chance = chance;
    }

    List<Station> stations() {
        add("rathaus", "Altstadt", 54, 14, Uses.OFFICE, 0.12, false, 6.2, 3, 184_220);
        add("grundschule", "Südstadt", 31, 5, Uses.LESSONS, 0.18, true, 5.1, 2, 97_310);
        add("hallenbad", "Weststadt", 126, 62, Uses.BATH, 0.1, false, 14, 160, 1_204_880);
        add("gymnasium", "Nordstadt", 68, 11, Uses.LESSONS, 0.18, true, 11.5, 4, 302_115);
        add("gesamtschule", "Südstadt", 82, 14, Uses.LESSONS, 0.2, true, 13, 5, 418_702);
        add("feuerwache", "Bahnhofsviertel", 22, 12, Uses.WATCH, 0.08, false, 3.4, 5, 141_980);
        add("bauhof", "Gewerbepark Ost", 28, 5, Uses.YARD, 0.25, false, 3.8, 2, 66_450);
        add("stadtbuecherei", "Altstadt", 19, 4, Uses.LIBRARY, 0.2, false, 2.3, 0.8, 51_890);
        add("buergerhaus", "Weststadt", 24, 5, Uses.EVENINGS, 0.1, false, 3.1, 1, 73_240);
        add("kita-hang", "Am Hang", 12, 1.8, Uses.NURSERY, 0.15, false, 1.5, 2.2, 22_870);
        add("sporthalle", "Nordstadt", 34, 4, Uses.SPORTS, 0.2, false, 4.6, 12, 88_130);
        add("klaerwerk", "Gewerbepark Ost", 176, 128, Uses.WORKS, 0.04, false, 4.2, 9, 2_861_400);
        return stations;
    }

    /**
     * @param busy kW of electricity while the building is used
     * @param idle kW of electricity otherwise
     * @param lossPerDegree kW of heat for each degree that it is colder than 18 outside
     * @param hotWater kW of heat while the building is used
     */
    private void add(
            String name,
            String district,
            double busy,
            double idle,
            Week use,
            double inWinter,
            boolean closesWithSchools,
            double lossPerDegree,
            double hotWater,
            double firstKilowattHours) {
        ToDoubleFunction<Moment> used = closesWithSchools ? use::atSchool : use::at;
        var switches = chance.of("energy-" + name);
        var electricity = meter(
                moment -> {
                    var season = 1 + inWinter * (1 - 2 * moment.summer());
                    var byChance = 1 + 0.1 * switches.smooth(moment.seconds(), 7_200);
                    return (idle + (busy - idle) * used.applyAsDouble(moment)) * season * byChance;
                },
                firstKilowattHours,
                district,
                "energy-" + name);
        stations.add(Station.of(
                "energy-" + name,
                district,
                ELECTRICITY_INTERVAL_SECONDS,
                observes("power", electricity::power),
                observes("energy", electricity::energy)));
        var valves = chance.of("heat-" + name);
        var heat = meter(
                moment -> {
                    var inUse = used.applyAsDouble(moment);
                    var lowered = 0.65 + 0.35 * Math.min(1, 2 * inUse);
                    var byChance = 1 + 0.08 * valves.smooth(moment.seconds(), 5_400);
                    var lost =
                            lossPerDegree * Math.max(0, 18 - outside.at(Remembered.stepOf(moment.seconds()))) * lowered;
                    return LEAST_KILOWATTS + (lost + hotWater * (0.3 + 0.7 * inUse)) * byChance;
                },
                firstKilowattHours * 2.2,
                district,
                "heat-" + name);
        stations.add(Station.of(
                "heat-" + name,
                district,
                HEAT_INTERVAL_SECONDS,
                observes("heat_power", heat::power),
                observes("heat_energy", heat::energy)));
    }

    /** Without electricity no pump runs either, so there is no heat. */
    private Meter meter(ToDoubleFunction<Moment> kilowatts, double first, String district, String name) {
        var blackout = happenings
                .powerCut()
                .filter(cut -> cut.districts().contains(district))
                .map(cut -> new Meter.Blackout(cut.from(), cut.to()))
                .orElse(Meter.Blackout.NEVER);
        var swaps = new Swaps(stations.size(), METERS);
        return new Meter(kilowatts, first, swaps, blackout, chance.of(name));
    }
}
