package city.cockpit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * Messages that nobody would send in good faith, without end and the same ones for the same seed: what the grammar of each
 * format allows, with the extremes of everything; any JSON; mutations of all that; and plain noise.
 */
final class HostileMessages {

    private static final List<String> NAMES = List.of(
            "pm10", "pm2_5", "temperature", "n", "air-07:pm10", "air-07/", "", "__proto__", "µ", "\\u0000", "\\ud800");
    private static final List<String> TIMES = List.of(
            "\"2026-11-22T10:14:00Z\"",
            "\"2026-11-22T11:14:00\"",
            "\"2026-03-29T02:30:00\"",
            "\"2026-10-25 02:30:00\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999+18:00\"",
            "\"2026-02-30T10:14:00Z\"",
            "\"2026-11-22T10:14:60Z\"",
            "\"\"",
            "1795342440",
            "1795342440000",
            "99999999999.999999999",
            "-1e14",
            "1e308",
            "0",
            "null",
            "[]");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "12.3",
            "-273.16",
            "1e308",
            "-1e309",
            "5e-324",
            "1e-400",
            "9223372036854775808",
            "268435455",
            "268435456",
            "1795342440",
            "-1e11",
            "1e11");
    private static final List<String> OTHERS = List.of(
            "null", "true", "\"12\"", "NaN", "Infinity", "-", "01", "1.", ".5", "+1", "0x10", "{}", "[]", "\"\\u\"");
    private static final List<String> LABELS =
            List.of("bn", "bt", "bu", "bv", "bs", "bver", "n", "u", "v", "vs", "vb", "vd", "s", "t", "ut", "x_", "x");
    private static final List<String> TOPICS = List.of(
            "city/air-07",
            "city/air-07",
            "city/air-07",
            "city/air-07",
            "city/air-07/status",
            "city/stranger",
            "city/",
            "city/Air",
            "$SYS/x",
            "",
            "city/\u0000\ud800",
            "city/" + "a".repeat(70_000));
    private static final int LARGEST = 100_000;

    private final Random random;
    private byte[] before = {};

    HostileMessages(long seed) {
        random = new Random(seed);
    }

    String topic() {
        return any(TOPICS);
    }

    byte[] payload() {
        var next = switch (random.nextInt(10)) {
            case 0, 1 -> canonical().getBytes(UTF_8);
            case 2, 3 -> senml().getBytes(UTF_8);
            case 4 -> json(random.nextInt(20)).getBytes(UTF_8);
            case 5 -> excess().getBytes(UTF_8);
            case 6 -> noise(random.nextInt(200));
            default -> mutated((random.nextBoolean() ? canonical() : senml()).getBytes(UTF_8));
        };
        before = next.length < LARGEST ? next : Arrays.copyOf(next, LARGEST);
        return before;
    }

    private String canonical() {
        if (random.nextInt(3) > 0) return canonicalObject();
        return array(random.nextInt(6), this::canonicalObject);
    }

    private String canonicalObject() {
        var members = new StringJoiner(",", "{", "}");
        if (random.nextInt(4) > 0) members.add("\"time\":" + any(TIMES));
        if (random.nextInt(20) > 0) members.add("\"values\":" + values());
        if (random.nextInt(10) == 0) members.add("\"%s\":%s".formatted(any(NAMES), value()));
        return members.toString();
    }

    private String values() {
        if (random.nextInt(10) == 0) return value();
        var members = new StringJoiner(",", "{", "}");
        for (var i = random.nextInt(5); i > 0; i--) members.add("\"%s\":%s".formatted(any(NAMES), value()));
        return members.toString();
    }

    private String senml() {
        return array(random.nextInt(6), () -> {
            var members = new StringJoiner(",", "{", "}");
            for (var i = random.nextInt(6); i > 0; i--) members.add("\"%s\":%s".formatted(any(LABELS), senmlValue()));
            return members.toString();
        });
    }

    private String senmlValue() {
        return switch (random.nextInt(4)) {
            case 0 -> "\"" + any(NAMES) + "\"";
            case 1 -> any(TIMES);
            default -> value();
        };
    }

    private String value() {
        return random.nextInt(4) == 0 ? any(OTHERS) : any(NUMBERS);
    }

    private String json(int deep) {
        return switch (deep == 0 ? 0 : random.nextInt(4)) {
            case 0 -> value();
            case 1 -> "\"" + any(NAMES) + "\"";
            case 2 -> array(random.nextInt(3), () -> json(deep - 1));
            default -> "{\"%s\":%s,\"%s\":%s}".formatted(any(NAMES), json(deep - 1), any(LABELS), value());
        };
    }

    /** Too much of one thing. */
    private String excess() {
        var much = 1 << random.nextInt(16);
        return switch (random.nextInt(9)) {
            case 0 -> "[".repeat(much) + "]".repeat(much);
            case 1 -> "{\"values\":".repeat(much);
            case 2 -> "{\"values\":{\"pm10\":" + "9".repeat(much) + "}}";
            case 3 -> "{\"values\":{\"" + "p".repeat(much) + "\":1}}";
            case 4 -> "{\"time\":\"" + "2".repeat(much) + "\",\"values\":{\"pm10\":1,\"pm2_5\":2}}";
            case 5 -> array(much / 8, () -> "{\"v\":1}");
            case 6 -> array(much / 8, () -> "{\"n\":\"pm10\",\"v\":1,\"t\":" + random.nextInt() + "}");
            case 7 -> "[{\"values\":" + array(much, () -> "1") + "}]";
            default -> "{\"time\":1e" + "0".repeat(much) + "9,\"values\":{\"pm10\":1e-" + "9".repeat(much) + "}}";
        };
    }

    private byte[] mutated(byte[] payload) {
        var result = payload;
        for (var i = 1 + random.nextInt(4); i > 0 && result.length > 0; i--) result = mutatedOnce(result);
        return result;
    }

    private byte[] mutatedOnce(byte[] payload) {
        var at = random.nextInt(payload.length);
        var end = at + random.nextInt(payload.length - at) + 1;
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(payload, at);
            case 1 -> joined(payload, at, Arrays.copyOfRange(payload, at, end), at);
            case 2 -> joined(payload, at, new byte[0], end);
            case 3 -> joined(payload, at, before, end);
            case 4 -> joined(payload, at, noise(1 + random.nextInt(4)), at + 1);
            default ->
                joined(
                        payload,
                        at,
                        new byte[] {(byte) "{}[]\",:.-+eE0123456789_ntbuv\\".charAt(random.nextInt(29))},
                        at + 1);
        };
    }

    /** The payload until there, something, and the payload from there on; no longer than anybody may send. */
    private static byte[] joined(byte[] payload, int until, byte[] something, int from) {
        var result = new ByteArrayOutputStream();
        result.write(payload, 0, until);
        result.write(something, 0, Math.min(something.length, LARGEST));
        result.write(payload, from, payload.length - from);
        return result.size() > LARGEST ? Arrays.copyOf(result.toByteArray(), LARGEST) : result.toByteArray();
    }

    private byte[] noise(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String array(int length, Supplier<String> element) {
        var elements = new StringJoiner(",", "[", "]");
        for (var i = 0; i < length; i++) elements.add(element.get());
        return elements.toString();
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
