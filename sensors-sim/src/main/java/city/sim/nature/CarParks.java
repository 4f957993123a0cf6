package city.sim.nature;

import static city.sim.nature.Station.observes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The eight car parks; two of them consist of single bays and are nothing but their sum. */
final class CarParks {

    private static final int INTERVAL_SECONDS = 120;
    private static final int BAY_INTERVAL_SECONDS = 900;

    private static final Week SHOPS = new Week(
            Curve.through(0, 0.12, 6, 0.12, 9, 0.55, 11, 0.72, 14, 0.62, 16.5, 0.78, 19, 0.4, 22, 0.18, 24, 0.12),
            Curve.through(0, 0.12, 7, 0.12, 10, 0.66, 12, 0.74, 15, 0.7, 18, 0.4, 22, 0.25, 24, 0.12),
            Curve.through(0, 0.12, 9, 0.12, 14, 0.3, 18, 0.28, 24, 0.12));
    private static final Week COMMUTERS = new Week(
            Curve.through(0, 0.08, 5, 0.08, 8, 0.82, 9.5, 0.92, 15, 0.88, 18, 0.4, 21, 0.14, 24, 0.08),
            Curve.through(0, 0.08, 8, 0.08, 12, 0.34, 18, 0.22, 24, 0.08),
            Curve.through(0, 0.08, 10, 0.1, 15, 0.18, 19, 0.2, 24, 0.08));
    private static final Week EVENINGS = new Week(
            Curve.through(0, 0.25, 5, 0.2, 9, 0.5, 12.5, 0.75, 15, 0.6, 19.5, 0.88, 22, 0.6, 24, 0.25),
            Curve.through(0, 0.25, 6, 0.2, 11, 0.7, 15, 0.8, 20, 0.97, 22.5, 0.75, 24, 0.25),
            Curve.through(0, 0.25, 8, 0.2, 12.5, 0.65, 16, 0.6, 20, 0.45, 24, 0.25));
    private static final Week VISITORS = new Week(
            Curve.through(0, 0.22, 5, 0.22, 6.5, 0.5, 9, 0.78, 14, 0.88, 16, 0.8, 19, 0.5, 22, 0.28, 24, 0.22),
            Curve.through(0, 0.22, 5, 0.22, 9, 0.42, 15, 0.66, 19, 0.4, 24, 0.22),
            Curve.through(0, 0.22, 5, 0.22, 9, 0.4, 15, 0.72, 19, 0.4, 24, 0.22));
    private static final Week BATHERS = new Week(
            Curve.through(0, 0.03, 5.5, 0.03, 8, 0.3, 12, 0.35, 16, 0.6, 19, 0.75, 21.5, 0.4, 23, 0.03, 24, 0.03),
            Curve.through(0, 0.03, 7, 0.03, 11, 0.65, 15, 0.85, 19, 0.5, 21.5, 0.03, 24, 0.03),
            Curve.through(0, 0.03, 7, 0.03, 11, 0.7, 15, 0.9, 18, 0.5, 20.5, 0.03, 24, 0.03));
    private static final Week MEADOW = new Week(
            Curve.through(0, 0.04, 6, 0.04, 9, 0.32, 15, 0.36, 19, 0.2, 24, 0.04),
            Curve.through(0, 0.05, 8, 0.08, 12, 0.4, 16, 0.45, 20, 0.3, 24, 0.05),
            Curve.through(0, 0.05, 8, 0.06, 12, 0.35, 16, 0.5, 20, 0.2, 24, 0.04));
    private static final Week ERRANDS = new Week(
            Curve.through(0, 0.05, 6, 0.06, 8, 0.6, 10, 0.85, 13, 0.6, 15, 0.8, 17, 0.7, 19, 0.3, 24, 0.05),
            Curve.through(0, 0.05, 7, 0.06, 10, 0.8, 12, 0.85, 15, 0.5, 19, 0.3, 24, 0.05),
            Curve.through(0, 0.05, 9, 0.08, 14, 0.3, 18, 0.25, 24, 0.05));

    private static final String FREE = "parking_free";

    private final Life life;
    private final Chance chance;

    /** Bays of a car park that are counted apart. */
    private record Special(String kind, int bays) {}

    CarParks(Life life, Chance chance) {
        this.life = life;
        this.chance = chance;
    }

    List<Station> stations() {
        var hall = new Bays("bay-stadthalle-", 24, EVENINGS, 0.2, life, chance);
        var townHall = new Bays("bay-rathausplatz-", 16, ERRANDS, 0.25, life, chance);
        var stations = new ArrayList<>(List.of(
                park(
                        "parking-marktplatz",
                        "Altstadt",
                        180,
                        SHOPS,
                        0.25,
                        0.92,
                        new Special("disabled", 6),
                        new Special("charging", 8)),
                park("parking-bahnhof", "Bahnhofsviertel", 320, COMMUTERS, 0, 0.2, new Special("charging", 12)),
                park("parking-altstadt", "Altstadt", 95, EVENINGS, 0.1, 0.5),
                station("parking-stadthalle", "Nordstadt", hall::free),
                station("parking-rathausplatz", "Altstadt", townHall::free),
                park("parking-klinikum", "Am Hang", 240, VISITORS, 0, 0),
                park("parking-hallenbad", "Weststadt", 110, BATHERS, 0, 0.15),
                park("parking-auewiesen", "Auenvorstadt", 140, MEADOW, 0.05, 0.75)));
        stations.addAll(bays(hall, "Nordstadt"));
        stations.addAll(bays(townHall, "Altstadt"));
        return stations;
    }

    private static List<Station> bays(Bays bays, String district) {
        return bays.all().stream()
                .map(bay -> Station.of(
                        bay.name(),
                        district,
                        BAY_INTERVAL_SECONDS,
                        observes("bay_occupied", moment -> bay.isTaken(moment) ? 1 : 0)))
                .toList();
    }

    private Station park(
            String name,
            String district,
            int capacity,
            Week occupied,
            double byStalls,
            double byGreatMarket,
            Special... specials) {
        var ofPark = chance.of(name);
        var park = new CarPark(capacity, occupied, byStalls, byGreatMarket, life, ofPark);
        var observed = Stream.concat(
                Stream.of(observes(FREE, park::free)),
                Arrays.stream(specials)
                        .map(special -> observes(
                                FREE + "_" + special.kind(),
                                park.freeAmong(special.bays(), ofPark.of(special.kind())))));
        return Station.of(name, district, INTERVAL_SECONDS, observed.toArray(Station.Observed[]::new));
    }

    private static Station station(String name, String district, ToDoubleFunction<Moment> freeSpaces) {
        return Station.of(name, district, INTERVAL_SECONDS, observes(FREE, freeSpaces));
    }
}
