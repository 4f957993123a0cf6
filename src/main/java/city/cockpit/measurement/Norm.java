package city.cockpit.measurement;

import java.util.List;

/**
 * A published classification of one observed property for one averaging time.
 *
 * @param name short name, for example {@code UBA-LQI}
 * @param version which edition, because the limits change between editions
 * @param source publisher and title, shown beside the band
 * @param averaging the only averaging time whose values it may judge
 * @param bands ascending, without gaps between whole numbers
 */
public record Norm(
        String name, String version, String source, String propertyKey, Averaging averaging, List<Band> bands) {

    public Norm {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) throw new IllegalArgumentException("norm " + name + " has no bands");
    }

    /**
     * The band of a value that was averaged over {@link #averaging}. Rounded half up to a whole number first, because
     * the bands are published as whole numbers.
     */
    public Band bandOf(double averagedValue) {
        var whole = Math.floor(averagedValue + 0.5);
        return bands.stream()
                .filter(band -> whole <= band.upper())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no band of " + name + " holds " + averagedValue));
    }
}
