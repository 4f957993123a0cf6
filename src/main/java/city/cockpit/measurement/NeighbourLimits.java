package city.cockpit.measurement;

import java.time.Duration;

/**
 * How far readings may differ from their neighbours in time before they are suspect, after the spike, rate of change and
 * flat line tests of QARTOD (US IOOS). See decision record 0034.
 *
 * @param spike a reading that lies further than this above both neighbours, or below both, is suspect; infinite for none
 * @param perMinute a reading that lies further than this for each minute from the one before is suspect, and no meter can
 *     count more; infinite for none
 * @param flatLine readings that have not changed at all for so long are suspect from then on; zero for none
 */
public record NeighbourLimits(double spike, double perMinute, Duration flatLine) {

    public static final NeighbourLimits NONE =
            new NeighbourLimits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Duration.ZERO);

    public NeighbourLimits {
        if (!(spike > 0) || !(perMinute > 0) || flatLine.isNegative())
            throw new IllegalArgumentException("no limits: %s, %s, %s".formatted(spike, perMinute, flatLine));
    }
}
