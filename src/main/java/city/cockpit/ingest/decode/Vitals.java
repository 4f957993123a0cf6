package city.cockpit.ingest.decode;

import city.cockpit.ingest.Vital;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Gathers what a message says of the device itself. What it says in a form that nobody knows, it does not say. */
final class Vitals {

    /** How codecs of LoRaWAN devices call the charge of the battery in per cent. */
    private static final Set<String> BATTERIES =
            Set.of("battery", "battery_level", "batteryLevel", "battery_percent", "batteryPercent");

    /** And its voltage in volts. */
    private static final Set<String> VOLTAGES =
            Set.of("battery_voltage", "batteryVoltage", "battery_v", "batV", "BatV", "vbat", "VBAT");

    private static final double FULL = 100;
    private static final double MOST_VOLTS = 60;
    private static final double BEST_ZIGBEE = 255;

    /** A LoRa receiver hears a signal of this spreading factor from 20 dB below the noise on; 2.5 dB less for each smaller one. */
    private static final int LARGEST_SPREADING = 12;

    private static final int SMALLEST_SPREADING = 5;
    private static final double LIMIT_OF_LARGEST = -20;
    private static final double STEP = 2.5;

    private final Map<Vital, Double> known = new EnumMap<>(Vital.class);

    Map<Vital, Double> all() {
        return known;
    }

    Vitals put(Vital vital, JsonNode node) {
        Numbers.finite(node).ifPresent(value -> put(vital, value));
        return this;
    }

    Vitals put(Vital vital, double value) {
        if (isOne(vital, value)) known.put(vital, value);
        return this;
    }

    /** A strength of 0 dBm is how devices without Wi-Fi say that they have none. */
    private static boolean isOne(Vital vital, double value) {
        return switch (vital) {
            case BATTERY -> value >= 0 && value <= FULL;
            case BATTERY_VOLTAGE -> value > 0 && value <= MOST_VOLTS;
            case WIFI, LORA -> value < 0;
            case ZIGBEE -> value >= 0 && value <= BEST_ZIGBEE;
            case LORA_SNR, LORA_MARGIN, CLOCK -> true;
        };
    }

    /**
     * What a codec says of the battery, among the fields at the top. A whole number is per cent; one with a fraction, as
     * large as a cell has volts, is volts, whatever it is called.
     */
    Vitals battery(JsonNode object) {
        for (var name : VOLTAGES) put(Vital.BATTERY_VOLTAGE, object.path(name));
        for (var name : BATTERIES) {
            var value = Numbers.finite(object.path(name));
            if (value.isEmpty()) continue;
            put(isVolts(value.getAsDouble()) ? Vital.BATTERY_VOLTAGE : Vital.BATTERY, value.getAsDouble());
        }
        return this;
    }

    private static boolean isVolts(double value) {
        return value > 1 && value < 5 && value != Math.rint(value);
    }

    /**
     * How LoRaWAN gateways heard the device; the one that heard it best counts.
     *
     * @param gateways a list with {@code rssi} and {@code snr}; a signal as loud as the noise may be left out
     * @param spreading factor of the spreading; anything else if nobody says it
     */
    Vitals gateways(JsonNode gateways, JsonNode spreading) {
        var best = Double.NEGATIVE_INFINITY;
        for (var gateway : gateways) {
            var strength = Numbers.finite(gateway.path("rssi"));
            var snr = Numbers.finite(gateway.path("snr")).orElse(0);
            if (strength.isEmpty() || snr <= best) continue;
            best = snr;
            put(Vital.LORA, strength.getAsDouble());
            put(Vital.LORA_SNR, snr);
        }
        var factor = spreading.asInt(0);
        if (Double.isFinite(best) && factor >= SMALLEST_SPREADING && factor <= LARGEST_SPREADING)
            put(Vital.LORA_MARGIN, best - LIMIT_OF_LARGEST - STEP * (LARGEST_SPREADING - factor));
        return this;
    }
}
