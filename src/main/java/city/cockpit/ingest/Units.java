package city.cockpit.ingest;

import city.cockpit.measurement.Unit;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.measure.IncommensurableException;
import javax.measure.UnitConverter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import systems.uom.ucum.format.UCUMFormat;
import systems.uom.ucum.format.UCUMFormat.Variant;
import systems.uom.ucum.internal.format.TokenMgrError;

/**
 * Units of messages in those of the cockpit. Messages use UCUM, as the cockpit does, the names of SenML (RFC 8428, RFC 8798)
 * or the signs that people write. Never blocks; any thread.
 */
public final class Units {

    private static final Logger log = LoggerFactory.getLogger(Units.class);

    /** Longer ones are none, and nobody has to read them. */
    private static final int LONGEST = 32;

    private static final int MOST = 1_000;

    /** Names and signs that are not UCUM, or mean another unit there: B is bel and C coulomb. */
    private static final Map<String, String> UCUM = Map.ofEntries(
            Map.entry("%RH", "%"),
            Map.entry("%EL", "%"),
            Map.entry("/", "1"),
            Map.entry("/100", "%"),
            Map.entry("//", "1"),
            Map.entry("count", "1"),
            Map.entry("ppm", "[ppm]"),
            Map.entry("ppb", "[ppb]"),
            Map.entry("pH", "[pH]"),
            Map.entry("dB", "dB[A]"),
            Map.entry("dB(A)", "dB[A]"),
            Map.entry("dBA", "dB[A]"),
            Map.entry("Wh", "W.h"),
            Map.entry("kWh", "kW.h"),
            Map.entry("MWh", "MW.h"),
            Map.entry("°C", "Cel"),
            Map.entry("C", "Cel"),
            Map.entry("°F", "[degF]"),
            Map.entry("F", "[degF]"),
            Map.entry("°", "deg"),
            Map.entry("mmHg", "mm[Hg]"),
            Map.entry("inHg", "[in_i'Hg]"),
            Map.entry("lux", "lx"));

    /** How people write what is written otherwise in UCUM. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("Cel", "°C"),
            Map.entry("[degF]", "°F"),
            Map.entry("deg", "°"),
            Map.entry("dB[A]", "dB(A)"),
            Map.entry("W.h", "Wh"),
            Map.entry("kW.h", "kWh"),
            Map.entry("MW.h", "MWh"),
            Map.entry("ug/m3", "µg/m³"),
            Map.entry("mg/m3", "mg/m³"),
            Map.entry("m3", "m³"),
            Map.entry("mm[Hg]", "mmHg"),
            Map.entry("[ppm]", "ppm"),
            Map.entry("[ppb]", "ppb"));

    private static final LoadingCache<Pair, Optional<UnitConverter>> CONVERTERS =
            Caffeine.newBuilder().maximumSize(MOST).build(Units::reading);

    private Units() {}

    /** A unit as messages name it, in UCUM, and the one of the cockpit. */
    private record Pair(String from, String to) {}

    /**
     * The value in that unit.
     *
     * @param named the unit in which it is given
     * @return empty if there is no such unit, or the one is no measure of what the other measures
     */
    public static OptionalDouble converted(double value, String named, Unit unit) {
        if (named.equals(unit.ucum()) || UCUM.getOrDefault(named, named).equals(unit.ucum()))
            return OptionalDouble.of(value);
        if (named.length() > LONGEST) return OptionalDouble.empty();
        return CONVERTERS
                .get(new Pair(named, unit.ucum()))
                .map(converter -> OptionalDouble.of(converter.convert(value)))
                .orElse(OptionalDouble.empty());
    }

    /** A unit of UCUM as people write it; the unit itself where that is the same. */
    public static String sign(String ucum) {
        return SIGNS.getOrDefault(ucum, ucum);
    }

    /** Whether it is a unit of UCUM, in which values can be stored. */
    public static boolean isUcum(String code) {
        return code.length() <= LONGEST && converter(new Pair(code, code)).isPresent();
    }

    /** Names mean what is measured: C is Celsius of a temperature and coulomb of a charge. */
    private static Optional<UnitConverter> reading(Pair units) {
        var plain = units.from()
                .replace('µ', 'u')
                .replace('μ', 'u')
                .replace('²', '2')
                .replace('³', '3');
        return converter(new Pair(UCUM.getOrDefault(plain, plain), units.to()))
                .or(() -> converter(new Pair(plain, units.to())));
    }

    private static Optional<UnitConverter> converter(Pair units) {
        try {
            var format = UCUMFormat.getInstance(Variant.CASE_SENSITIVE);
            return Optional.of(format.parse(units.from()).getConverterToAny(format.parse(units.to())));
        } catch (IncommensurableException e) {
            return Optional.empty();
        } catch (RuntimeException | TokenMgrError e) {
            // Its lexer ends with an error of its own where a sign makes no sense to it.
            log.debug("{} is no unit", Printable.line(units.from(), LONGEST), e);
            return Optional.empty();
        }
    }
}
