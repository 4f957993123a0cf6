package city.cockpit.live;

import java.util.Optional;

/** What a person would say who looks out of the window; no warning, those are the weather service's. */
public enum WeatherSign {
    STORM,
    SLIPPERY,
    DOWNPOUR,
    FROST,
    HEAT;

    private static final double FREEZING = 0;
    private static final double HOT = 30;
    private static final double STORMY = 14;
    private static final double POURING = 5;

    /** Of the place that speaks for the weather; empty for every other domain, and where nothing is worth a word. */
    public static Optional<WeatherSign> of(DomainState domain) {
        return switch (domain.domain()) {
            case WEATHER -> seen(domain);
            case PARKING, AIR, UV, NOISE, ENERGY, WATER, CYCLING, TRAFFIC, LIGHTING -> Optional.empty();
        };
    }

    private static Optional<WeatherSign> seen(DomainState domain) {
        if (!domain.state().isCurrent()) return Optional.empty();
        var temperature = domain.value().map(DomainState.Headline::value).orElse(Double.NaN);
        var rain = figure(domain, Figure.Name.PRECIPITATION);
        if (figure(domain, Figure.Name.WIND_SPEED) >= STORMY) return Optional.of(STORM);
        if (temperature <= FREEZING + 1 && rain > 0) return Optional.of(SLIPPERY);
        if (rain >= POURING) return Optional.of(DOWNPOUR);
        if (temperature <= FREEZING) return Optional.of(FROST);
        if (temperature >= HOT) return Optional.of(HEAT);
        return Optional.empty();
    }

    private static double figure(DomainState domain, Figure.Name name) {
        return domain.figure(name).map(Figure::value).orElse(Double.NaN);
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
        return of(domain).filter(WeatherSign::isRemarkable);
    }
}
