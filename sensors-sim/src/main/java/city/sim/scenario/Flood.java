package city.sim.scenario;

import city.sim.nature.Happenings;

/**
 * Cloudbursts in the hills: the town sees hardly any rain of its own, but a wave that comes with it.
 *
 * @param start in seconds since 1970
 */
record Flood(double start) implements Happenings {

    private static final Course METRES =
            Course.through(0, 0, 10, 0.35, 25, 1.45, 45, 1.75, 90, 1.8, 180, 1.5, 360, 0.7, 720, 0);
    private static final Course RAIN = Course.through(0, 0, 10, 6, 60, 4, 120, 0);

    @Override
    public double flood(double seconds) {
        return METRES.at((seconds - start) / 60);
    }

    @Override
    public double rain(double seconds) {
        return RAIN.at((seconds - start) / 60);
    }
}
