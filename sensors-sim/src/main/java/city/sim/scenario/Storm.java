package city.sim.scenario;

import city.sim.nature.Happenings;

/** @param start in seconds since 1970 */
record Storm(double start) implements Happenings {

    private static final Course WIND = Course.through(0, 0, 20, 15, 60, 17, 100, 14, 180, 0);
    private static final Course RAIN = Course.through(10, 0, 25, 12, 50, 16, 80, 9, 120, 0);

    @Override
    public double wind(double seconds) {
        return WIND.at((seconds - start) / 60);
    }

    @Override
    public double rain(double seconds) {
        return RAIN.at((seconds - start) / 60);
    }
}
