package city.sim.nature;

/** When municipal buildings are used, from 0 to 1. */
final class Uses {

    static final Week OFFICE = new Week(
            Curve.through(0, 0, 5.5, 0, 8, 0.85, 11, 1, 13, 0.9, 15, 0.95, 17.5, 0.3, 20, 0.05, 24, 0),
            Curve.through(0, 0, 8, 0, 11, 0.15, 15, 0.05, 24, 0),
            Curve.flat(0));
    static final Week LESSONS = new Week(
            Curve.through(0, 0, 6, 0.03, 7.5, 0.8, 12, 1, 14, 0.5, 16.5, 0.15, 19, 0.08, 24, 0),
            Curve.through(0, 0, 10, 0.04, 16, 0.04, 24, 0),
            Curve.flat(0));
    static final Week BATH = new Week(
            Curve.through(0, 0, 5, 0, 7, 0.72, 13, 0.6, 18, 0.94, 21.5, 0.78, 23, 0, 24, 0),
            Curve.through(0, 0, 7, 0, 9, 0.78, 15, 1, 19, 0.67, 21, 0, 24, 0),
            Curve.through(0, 0, 7, 0, 9, 0.78, 15, 0.97, 18, 0.6, 20, 0, 24, 0));
    static final Week WATCH =
            Week.everyDay(Curve.through(0, 0.15, 5, 0.1, 7, 0.7, 12, 0.9, 18, 0.7, 20, 0.8, 23, 0.3, 24, 0.15));
    static final Week YARD = new Week(
            Curve.through(0, 0, 5, 0, 6.5, 1, 9, 0.7, 12, 0.8, 15.5, 0.8, 16.5, 0.1, 24, 0),
            Curve.through(0, 0, 6, 0, 8, 0.2, 12, 0.2, 13, 0, 24, 0),
            Curve.flat(0));
    static final Week LIBRARY = new Week(
            Curve.through(0, 0, 8, 0, 10, 0.9, 13, 0.8, 16, 1, 18.5, 0.9, 19.5, 0, 24, 0),
            Curve.through(0, 0, 9, 0, 10, 0.9, 13.5, 0.9, 14.5, 0, 24, 0),
            Curve.flat(0));
    static final Week EVENINGS = new Week(
            Curve.through(0, 0.05, 2, 0, 9, 0.1, 14, 0.2, 17, 0.4, 19.5, 1, 22, 0.8, 24, 0.05),
            Curve.through(0, 0.3, 2, 0.05, 10, 0.2, 15, 0.5, 19.5, 1, 23, 0.9, 24, 0.3),
            Curve.through(0, 0.3, 3, 0, 10, 0.4, 13, 0.6, 18, 0.2, 24, 0.02));
    static final Week NURSERY = new Week(
            Curve.through(0, 0, 6, 0, 8, 0.8, 11.5, 1, 14, 0.6, 16.5, 0.4, 17.5, 0, 24, 0),
            Curve.flat(0),
            Curve.flat(0));
    static final Week SPORTS = new Week(
            Curve.through(0, 0, 7, 0, 8.5, 0.6, 13, 0.5, 16, 0.7, 19, 1, 22, 0.8, 23, 0, 24, 0),
            Curve.through(0, 0, 9, 0, 11, 0.7, 16, 1, 20, 0.8, 23, 0, 24, 0),
            Curve.through(0, 0, 9, 0, 11, 0.8, 17, 0.9, 20, 0, 24, 0));
    static final Week WORKS = Week.everyDay(Curve.through(0, 0.35, 4, 0.1, 8, 0.8, 11, 1, 15, 0.65, 20, 0.9, 24, 0.35));

    private Uses() {}
}
