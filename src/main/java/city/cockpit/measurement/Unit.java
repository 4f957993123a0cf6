package city.cockpit.measurement;

/**
 * A unit of measure.
 *
 * @param ucum code of the Unified Code for Units of Measure, for example {@code ug/m3}; {@code 1} for pure numbers
 * @param symbol what people read, for example {@code µg/m³}; empty for pure numbers
 */
public record Unit(String ucum, String symbol) {

    public Unit {
        if (ucum.isBlank() || ucum.length() > 32) throw new IllegalArgumentException("not a UCUM code: '" + ucum + "'");
    }
}
