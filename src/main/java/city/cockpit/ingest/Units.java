package city.cockpit.ingest;

import city.cockpit.measurement.Unit;
import java.util.Map;

/** Names of the same unit: messages use those of SenML (RFC 8428, RFC 8798), the cockpit those of UCUM. */
public final class Units {

    private static final Map<String, String> UCUM_BY_SENML = Map.of(
            "%RH", "%",
            "/", "1",
            "count", "1",
            "dB", "dB[A]",
            "kWh", "kW.h");

    private Units() {}

    /** Whether a value named in the one unit needs no conversion to stand in the other. */
    public static boolean same(String named, Unit unit) {
        return unit.ucum().equals(named) || unit.ucum().equals(UCUM_BY_SENML.get(named));
    }
}
