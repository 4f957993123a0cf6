package city.cockpit.history.rollup;

import city.cockpit.measurement.SeriesId;

/** One series has more readings in a short time than can be added up in memory. */
class TooManyReadingsException extends RuntimeException {

    TooManyReadingsException(SeriesId series) {
        super("too many readings of " + series + " in a short time");
    }
}
