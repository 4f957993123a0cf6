package city.cockpit.ingest.decode;

import city.cockpit.ingest.Decoded;
import city.cockpit.ingest.Decoded.Refusal;
import city.cockpit.ingest.RejectReason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cayenne Low Power Payload: channel, type, value, one after the other (myDevices, "Cayenne Low Power Payload"; types above
 * 99 by IPSO Smart Objects less 3200). The pointer of a value is its type and its channel, as in {@code /temperature/3}. A
 * payload that is cut off or holds an unknown type is refused as a whole, since nothing says where it goes on.
 */
final class CayenneLpp {

    /** Of the format itself, so that nobody has to say them. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("illuminance", "lx"),
            Map.entry("temperature", "Cel"),
            Map.entry("humidity", "%"),
            Map.entry("barometer", "hPa"),
            Map.entry("voltage", "V"),
            Map.entry("current", "A"),
            Map.entry("frequency", "Hz"),
            Map.entry("percentage", "%"),
            Map.entry("altitude", "m"),
            Map.entry("concentration", "[ppm]"),
            Map.entry("power", "W"),
            Map.entry("distance", "m"),
            Map.entry("energy", "kW.h"),
            Map.entry("direction", "deg"));

    private static final Map<Integer, Type> TYPES = types();

    private CayenneLpp() {}

    /**
     * A type of value.
     *
     * @param bytes of one number
     * @param parts names of its numbers; one without a name for most
     */
    private record Type(String name, int bytes, boolean signed, double step, List<String> parts) {

        private Type(String name, int bytes, boolean signed, double step) {
            this(name, bytes, signed, step, List.of(""));
        }

        private int length() {
            return bytes * parts.size();
        }
    }

    private static Map<Integer, Type> types() {
        var types = new HashMap<Integer, Type>();
        types.put(0, new Type("digital_input", 1, false, 1));
        types.put(1, new Type("digital_output", 1, false, 1));
        types.put(2, new Type("analog_input", 2, true, 0.01));
        types.put(3, new Type("analog_output", 2, true, 0.01));
        types.put(100, new Type("generic", 4, false, 1));
        types.put(101, new Type("illuminance", 2, false, 1));
        types.put(102, new Type("presence", 1, false, 1));
        types.put(103, new Type("temperature", 2, true, 0.1));
        types.put(104, new Type("humidity", 1, false, 0.5));
        types.put(113, new Type("accelerometer", 2, true, 0.001, List.of("/x", "/y", "/z")));
        types.put(115, new Type("barometer", 2, false, 0.1));
        types.put(116, new Type("voltage", 2, false, 0.01));
        types.put(117, new Type("current", 2, false, 0.001));
        types.put(118, new Type("frequency", 4, false, 1));
        types.put(120, new Type("percentage", 1, false, 1));
        types.put(121, new Type("altitude", 2, true, 1));
        types.put(125, new Type("concentration", 2, false, 1));
        types.put(128, new Type("power", 2, false, 1));
        types.put(130, new Type("distance", 4, false, 0.001));
        types.put(131, new Type("energy", 4, false, 0.001));
        types.put(132, new Type("direction", 2, false, 1));
        types.put(133, new Type("unix_time", 4, false, 1));
        types.put(134, new Type("gyrometer", 2, true, 0.01, List.of("/x", "/y", "/z")));
        types.put(135, new Type("colour", 1, false, 1, List.of("/red", "/green", "/blue")));
        types.put(136, new Type("location", 3, true, 0.0001, List.of("/latitude", "/longitude", "/altitude")));
        types.put(142, new Type("switch", 1, false, 1));
        return types;
    }

    /** Unit of what stands at a pointer, in UCUM; null if the format does not say. */
    static @Nullable String unitOf(String pointer) {
        return UNITS.get(pointer.substring(1, Math.max(1, pointer.indexOf('/', 1))));
    }

    static List<Decoded> decode(byte[] payload, DeviceFields of) {
        var fields = new DeviceFields(of.time(), of.timedOnArrival(), CayenneLpp::unitOf);
        var found = new ArrayList<Decoded>();
        var rest = ByteBuffer.wrap(payload);
        while (rest.remaining() >= 2) {
            var channel = Byte.toUnsignedInt(rest.get());
            var number = Byte.toUnsignedInt(rest.get());
            var type = TYPES.get(number);
            if (type == null)
                return refused("no Cayenne LPP: unknown type %d at byte %d".formatted(number, rest.position() - 1));
            if (rest.remaining() < type.length())
                return refused("cut off: %s needs %d bytes, %d are left"
                        .formatted(type.name(), type.length(), rest.remaining()));
            for (var part : type.parts())
                found.add(fields.field("/" + type.name() + "/" + channel + part, value(rest, type, part)));
        }
        return rest.hasRemaining() ? refused("cut off after the last channel") : found;
    }

    private static double value(ByteBuffer rest, Type type, String part) {
        long raw = type.signed() ? rest.get() : Byte.toUnsignedInt(rest.get());
        for (var i = 1; i < type.bytes(); i++) raw = raw << 8 | Byte.toUnsignedInt(rest.get());
        // The altitude of a location is in hundredths of a metre.
        var step = part.equals("/altitude") ? 0.01 : type.step();
        return Math.round(raw * step * 1e6) / 1e6;
    }

    private static List<Decoded> refused(String detail) {
        return List.of(new Refusal(RejectReason.MALFORMED, detail));
    }
}
