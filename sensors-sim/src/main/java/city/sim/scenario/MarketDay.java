package city.sim.scenario;

import city.sim.nature.Happenings;

/** @param start in seconds since 1970 */
record MarketDay(double start) implements Happenings {

    private static final Course VISITORS = Course.through(0, 0, 60, 1, 240, 1, 360, 0);

    @Override
    public double market(double seconds) {
        return VISITORS.at((seconds - start) / 60);
    }
}
