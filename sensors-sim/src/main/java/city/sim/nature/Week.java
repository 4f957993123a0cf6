package city.sim.nature;

/** The course of a working day, of a Saturday and of a Sunday or holiday. */
record Week(Curve workday, Curve saturday, Curve sunday) {

    static Week everyDay(Curve curve) {
        return new Week(curve, curve, curve);
    }

    double at(Moment moment) {
        return at(moment, moment.day().kind());
    }

    /** For what closes with the schools: their holidays pass like Sundays. */
    double atSchool(Moment moment) {
        return at(
                moment,
                moment.day().schoolHoliday() ? Day.Kind.SUNDAY : moment.day().kind());
    }

    private double at(Moment moment, Day.Kind kind) {
        return switch (kind) {
            case WORKDAY -> workday.at(moment.hour());
            case SATURDAY -> saturday.at(moment.hour());
            case SUNDAY -> sunday.at(moment.hour());
        };
    }
}
