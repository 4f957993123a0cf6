package city.cockpit.live;

import java.util.Arrays;
import java.util.Optional;

/** What a person would say who looks out of the window; no warning, those are the weather service's. The first that is seen is told. */
public enum WeatherSign {
    STORM,
    SLIPPERY,
    DOWNPOUR,
    FROST,
    HEAT;

    private static final double FREEZING = 0;
    private static final double NEARLY_FREEZING = 1;
    private static final double HOT = 30;
    private static final double DEGREES_LINGERED = 0.5;
    private static final double STORMY = 14;
    private static final double WIND_LINGERED = 2;
    private static final double POURING = 5;
    private static final double RAIN_LINGERED = 1;

    /**
     * The one worth a word; empty for most weather. A word that was said before lingers a little, so that it does not come and
     * go with each gust.
     *
     * @param temperature in °C; NaN where it is not known, as the others
     * @param wind in m/s
     * @param rain in mm in an hour
     */
    public static Optional<WeatherSign> of(double temperature, double wind, double rain, Optional<WeatherSign> before) {
        return Arrays.stream(values())
                .filter(sign -> sign.isSeen(
                        temperature, wind, rain, before.filter(sign::equals).isPresent()))
                .findFirst();
    }

    private boolean isSeen(double temperature, double wind, double rain, boolean lingers) {
        var degrees = lingers ? DEGREES_LINGERED : 0;
        return switch (this) {
            case STORM -> wind >= STORMY - (lingers ? WIND_LINGERED : 0);
            case SLIPPERY -> temperature <= NEARLY_FREEZING + degrees && rain > 0;
            case DOWNPOUR -> rain >= POURING - (lingers ? RAIN_LINGERED : 0);
            case FROST -> temperature <= FREEZING + degrees;
            case HEAT -> temperature >= HOT - degrees;
        };
    }

    /** Whether somebody who runs the city should look; frost and heat are what seasons bring. */
    public boolean isRemarkable() {
        return switch (this) {
            case STORM, SLIPPERY, DOWNPOUR -> true;
            case FROST, HEAT -> false;
        };
    }

    /** The same, where somebody should look. */
    public static Optional<WeatherSign> remarkable(DomainState domain) {
        return domain.sign().filter(WeatherSign::isRemarkable);
    }
}
