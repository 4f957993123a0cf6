package city.cockpit.citizens.embed;

import city.cockpit.town.Accent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The colours of the cockpit by their roles, as its style sheet has them, and the town's own one.
 *
 * @param roles with the name of the role
 */
record Palette(Map<String, Shades> roles) {

    private static final String SHEET = "/META-INF/resources/cockpit.css";

    /** As somebody writes it, and as it is packed for browsers. */
    private static final Pattern ROLE =
            Pattern.compile("--([a-z-]+):\\s*light-dark\\((#[0-9a-f]{3,6}),\\s*(#[0-9a-f]{3,6})\\)");

    /** A colour on light and on dark paper. */
    record Shades(String light, String dark) {}

    Palette {
        roles = Map.copyOf(roles);
    }

    static Palette ofTheStyleSheet() {
        return in(sheet());
    }

    /** The first colour of each role: those of high contrast follow later in the sheet. */
    static Palette in(String sheet) {
        var roles = new LinkedHashMap<String, Shades>();
        var found = ROLE.matcher(sheet);
        while (found.find()) roles.putIfAbsent(found.group(1), new Shades(found.group(2), found.group(3)));
        if (roles.isEmpty()) throw new IllegalStateException("no colours in " + SHEET);
        return new Palette(roles);
    }

    private static String sheet() {
        try (var file = Objects.requireNonNull(Palette.class.getResourceAsStream(SHEET), SHEET)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SHEET, e);
        }
    }

    Palette with(Accent accent) {
        var all = new LinkedHashMap<>(roles);
        all.put("accent", new Shades(accent.light().value(), accent.dark().value()));
        return new Palette(all);
    }

    Shades of(String role) {
        return Objects.requireNonNull(roles.get(role), role);
    }

    /** As declarations of variables. */
    String css() {
        return roles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(role -> "--%s:light-dark(%s,%s);"
                        .formatted(
                                role.getKey(),
                                role.getValue().light(),
                                role.getValue().dark()))
                .collect(Collectors.joining());
    }
}
